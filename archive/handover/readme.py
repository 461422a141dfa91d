"""README of a package in three languages: what it is, and how to check it without our program."""

from __future__ import annotations

from archive.handover.listing import Listing

_ZH = """移交包 {number}

内容：{households} 户、{items} 件、{pages} 页。移交时间（UTC）：{at}。

一、不用本系统也能核对
只需 unzip 和 sha256sum（Linux、macOS、Windows 的 WSL 或 Git Bash 均有）：

    export LC_ALL=C.UTF-8
    unzip {number}.zip
    cd {number}
    sha256sum -c manifest-sha256.txt       （全部内容）
    sha256sum -c tagmanifest-sha256.txt    （清单自身）

每一行都应显示“OK”或“成功”。bag-info.txt 中的 Payload-Oxum 为“字节数.文件数”。

二、各文件
    data/handover.json            移交清册（机器可读）：逐件登记、问题及原因
    data/catalogue.txt、.xlsx     目录
    data/lists/                   移交清册（Word，一式两份）
    data/audit.jsonl              有关这些户的审计记录
    data/households/户号/papers/     原件，逐字节未改
    data/households/户号/text/       识别出的文字
    data/households/户号/readings/   读出的各项（机器可读）
    data/households/户号/record.json 该户档案的登记
    data/households/户号/events.jsonl 该户档案的经过
    data/households/户号/metadata.xml 元数据（元素名依 DA/T 46-2009）
    data/households/户号/history/    以前各版本中已被替换的文件
    four-checks.json、.docx       四性检测报告

本包符合 BagIt 1.0（RFC 8493），任何 BagIt 工具均可校验。
"""

_ES = """Paquete de transferencia {number}

Contiene {households} expedientes, {items} documentos, {pages} páginas. Preparado (UTC): {at}.

1. Cómo comprobarlo sin nuestro programa
Bastan unzip y sha256sum (los hay en Linux, macOS y, en Windows, en WSL o Git Bash):

    export LC_ALL=C.UTF-8
    unzip {number}.zip
    cd {number}
    sha256sum -c manifest-sha256.txt       (todo el contenido)
    sha256sum -c tagmanifest-sha256.txt    (las propias listas)

Cada línea debe terminar en OK. Payload-Oxum, en bag-info.txt, es «bytes.archivos».

2. Qué hay
    data/handover.json                     la lista de transferencia, documento por documento
    data/catalogue.txt, .xlsx              el catálogo
    data/lists/                            la lista en Word, por duplicado
    data/audit.jsonl                       lo que la pista de auditoría dice de estos expedientes
    data/households/NÚMERO/papers/         los originales, byte por byte
    data/households/NÚMERO/text/           el texto reconocido
    data/households/NÚMERO/readings/       los datos leídos
    data/households/NÚMERO/record.json     el registro del expediente
    data/households/NÚMERO/events.jsonl    lo ocurrido con el expediente
    data/households/NÚMERO/metadata.xml    metadatos (nombres de DA/T 46-2009)
    data/households/NÚMERO/history/        archivos sustituidos en versiones posteriores
    four-checks.json, .docx                informe de las cuatro propiedades

El paquete cumple BagIt 1.0 (RFC 8493): cualquier herramienta BagIt lo valida.
"""

_EN = """Handover package {number}

It holds {households} household files, {items} papers, {pages} pages. Prepared (UTC): {at}.

1. Checking it without our program
unzip and sha256sum are enough (Linux, macOS, and on Windows WSL or Git Bash have them):

    export LC_ALL=C.UTF-8
    unzip {number}.zip
    cd {number}
    sha256sum -c manifest-sha256.txt       (all contents)
    sha256sum -c tagmanifest-sha256.txt    (the lists themselves)

Every line must end in OK. Payload-Oxum in bag-info.txt is "bytes.files".

2. What is inside
    data/handover.json                     the handover list, paper by paper
    data/catalogue.txt, .xlsx              the catalogue
    data/lists/                            the list in Word, in duplicate
    data/audit.jsonl                       what the audit trail says of these files
    data/households/NUMBER/papers/         the originals, byte for byte
    data/households/NUMBER/text/           the text that was read
    data/households/NUMBER/readings/       the values that were read
    data/households/NUMBER/record.json     the file's record
    data/households/NUMBER/events.jsonl    what happened to the file
    data/households/NUMBER/metadata.xml    metadata (element names of DA/T 46-2009)
    data/households/NUMBER/history/        files that later versions replaced
    four-checks.json, .docx                report on the four properties

The package is BagIt 1.0 (RFC 8493): any BagIt tool validates it.
"""

FILES = {"README.zh.txt": _ZH, "README.es.txt": _ES, "README.en.txt": _EN}


def readme_files(listing: Listing) -> dict[str, bytes]:
    """Return the README files by name."""
    values = {
        "number": listing.number,
        "households": len(listing.parts),
        "items": len(listing.entries),
        "pages": listing.pages,
        "at": listing.at,
    }
    return {name: text.format(**values).encode() for name, text in FILES.items()}
