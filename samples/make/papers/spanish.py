"""Papers of two members of invented cooperatives: one in soles (1,234.00), one in dollars (1.234,00)."""

# ruff: noqa: E501  the wording of a paper stands in whole sentences
from __future__ import annotations

from collections.abc import Iterator

from reportlab.platypus import Flowable

from samples.make import pages
from samples.make.paper import Paper, money, rate
from samples.make.papers.latin_table import latin_table
from samples.make.scan import Scanner, Seal, image_pdf, jpeg, scan_pages
from samples.make.word import WordPaper
from samples.make.world import World

COOP = "Cooperativa de Ahorro y Crédito Valle Hermoso Ltda."
MARIA, MARIA_DNI = "María Elena Quispe Huamán", "09384716"
HUSBAND, HUSBAND_DNI = "Julio César Ramos Condori", "09171623"
LOAN_NO = "CP-2024-00183"
DEED, REGISTRY = "1047", "11038254"

BANK = "Caja Rural Nueva Esperanza"
JUAN = "Juan Carlos Flores Rojas"
LOAN_2 = "OP-0002947"


def ecuadorian_cedula(body: str) -> str:
    """Return nine digits with their check digit (weights 2 1 2 1 …, modulus 10)."""
    total = 0
    for place, char in enumerate(body):
        product = int(char) * (2 if place % 2 == 0 else 1)
        total += product - 9 if product > 9 else product
    return body + str(-total % 10)


JUAN_CI = ecuadorian_cedula("305999904")


def papers(world: World) -> Iterator[Paper]:
    del world  # these people are not in the ledger of 青禾县
    yield _loan_contract()
    yield _mortgage()
    yield _note()
    yield _visit()
    yield _reminder()
    yield _second_contract()
    yield _second_visit()


def _loan_contract() -> Paper:
    word = WordPaper(author="Rosa Medina", font="Times New Roman", size=11)
    word.header(COOP)
    word.page_numbers("Página", "")
    word.title("CONTRATO DE PRÉSTAMO DE DINERO CON GARANTÍA HIPOTECARIA", 14, "Times New Roman")
    word.say(f"Contrato N° {LOAN_NO}", align="right", bold=True)
    for text in (
        f"Conste por el presente documento el contrato de préstamo que celebran, de una parte, {COOP}, con RUC N° "
        "20999104810, con domicilio en Jr. Los Molles N° 214, distrito de Valle Hermoso, representada por su gerente don "
        f"Aurelio Pizarro Luna, a quien en adelante se denominará LA COOPERATIVA; y de la otra parte, doña {MARIA}, "
        f"identificada con DNI N° {MARIA_DNI}, de estado civil casada con don {HUSBAND}, con DNI N° {HUSBAND_DNI}, ambos con "
        "domicilio en el Caserío San Isidro s/n, distrito de Valle Hermoso, teléfono 900 000 417, a quien en adelante se "
        "denominará EL PRESTATARIO; en los términos y condiciones siguientes:",
        "PRIMERA.- DEL PRÉSTAMO. LA COOPERATIVA otorga a EL PRESTATARIO un préstamo por la suma de S/ 45,000.00 (CUARENTA Y "
        "CINCO MIL Y 00/100 SOLES), que EL PRESTATARIO declara recibir a su entera satisfacción.",
        "SEGUNDA.- DESTINO. El préstamo será destinado a: ampliación del sistema de riego por goteo y compra de plantones de "
        "palto. El uso del dinero en fin distinto faculta a LA COOPERATIVA a dar por vencidos todos los plazos.",
        "TERCERA.- PLAZO. El plazo del préstamo es de 36 meses, contados desde la fecha de desembolso, 15 de marzo de 2024, "
        "con vencimiento el 15 de marzo de 2027, y será pagado en 36 cuotas mensuales de S/ 1,617.20 cada una, según el "
        "cronograma que forma parte de este contrato.",
        "CUARTA.- INTERESES. El préstamo devengará un interés compensatorio a una Tasa Efectiva Anual (TEA) fija de 18.50 %. En "
        "caso de incumplimiento se cobrará además un interés moratorio de 3.00 % anual sobre el capital vencido.",
        "QUINTA.- GARANTÍA. En garantía del cumplimiento de sus obligaciones EL PRESTATARIO y su cónyuge constituyen primera y "
        "preferente hipoteca sobre el predio rústico denominado «El Molino», inscrito en la Partida N° "
        f"{REGISTRY} del Registro de Predios.",
        "SEXTA.- SEGUIMIENTO. EL PRESTATARIO autoriza las visitas que el asesor de créditos realice para comprobar el destino "
        "de los fondos y el estado de la garantía, y se obliga a mostrar los comprobantes de los gastos.",
        "SÉPTIMA.- VENCIMIENTO ANTICIPADO. LA COOPERATIVA podrá dar por vencido el plazo si EL PRESTATARIO dejara de pagar dos "
        "o más cuotas, consecutivas o no, o si la garantía sufriera deterioro sin ser repuesta.",
        "OCTAVA.- PAGO ANTICIPADO. EL PRESTATARIO puede pagar antes de tiempo, en todo o en parte, con reducción de los "
        "intereses al día del pago y sin penalidad alguna.",
        "NOVENA.- DOMICILIO Y JURISDICCIÓN. Las partes señalan como sus domicilios los indicados en la introducción y se someten "
        "a los jueces del lugar de celebración del contrato.",
        "En señal de conformidad las partes suscriben el presente contrato en dos ejemplares, en Valle Hermoso, a los 15 días "
        "del mes de marzo de 2024.",
    ):
        word.say(text, align="justify")
    word.say("")
    word.table(
        [
            [
                "\n\n______________________\nLA COOPERATIVA\nAurelio Pizarro Luna".replace(
                    "_", "."
                ),
                f"\n\n......................\nEL PRESTATARIO\n{MARIA}\nDNI N° {MARIA_DNI}",
                f"\n\n......................\nCÓNYUGE\n{HUSBAND}\nDNI N° {HUSBAND_DNI}",
            ],
        ],
        [52, 54, 54],
        size=9.5,
    )
    return Paper(
        name="contrato_prestamo_Quispe.docx",
        data=word.data(),
        doc_type="loan_contract",
        language="es",
        fields={
            "contract_no": LOAN_NO,
            "borrower": MARIA,
            "spouse": HUSBAND,
            "id_number": MARIA_DNI,
            "lender": COOP,
            "amount": money("45000.00", "PEN"),
            "amount_words": "CUARENTA Y CINCO MIL Y 00/100 SOLES",
            "purpose": "ampliación del sistema de riego por goteo y compra de plantones de palto",
            "term_months": 36,
            "start_date": "2024-03-15",
            "end_date": "2027-03-15",
            "rate": rate("18.5", "percent_year"),
            "guarantee_method": "hipoteca",
            "registry_no": REGISTRY,
            "sign_date": "2024-03-15",
            "sign_place": "Valle Hermoso",
        },
    )


def _mortgage() -> Paper:
    story: list[Flowable] = [
        pages.latin_title("TESTIMONIO DE ESCRITURA PÚBLICA"),
        pages.latin_title("CONSTITUCIÓN DE HIPOTECA", 13),
        pages.latin(f"ESCRITURA NÚMERO: {DEED} (MIL CUARENTA Y SIETE)", align="center"),
        pages.latin(
            "NOTARÍA: Dr. Hernán Ugarte Salas&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;KARDEX: 20417",
            align="center",
        ),
        pages.gap(3),
        pages.latin(
            "En la ciudad de Valle Hermoso, a los dieciocho días del mes de marzo de dos mil veinticuatro, ante mí, Hernán Ugarte "
            "Salas, notario de esta provincia, comparecen:"
        ),
        pages.latin(
            f"ACREEDOR HIPOTECARIO: {COOP}, con RUC N° 20999104810, debidamente representada por don Aurelio Pizarro Luna, con "
            "DNI N° 08842317."
        ),
        pages.latin(
            f"DEUDORA HIPOTECARIA: doña {MARIA}, de nacionalidad peruana, casada, agricultora, identificada con DNI N° "
            f"{MARIA_DNI}, y su cónyuge don {HUSBAND}, identificado con DNI N° {HUSBAND_DNI}, domiciliados en el Caserío San "
            "Isidro s/n, distrito de Valle Hermoso."
        ),
        pages.latin(
            "Los comparecientes son hábiles para contratar, proceden con libertad y conocimiento bastante, y me entregan una "
            "minuta que dice así:"
        ),
        pages.latin(
            "PRIMERA.- LA DEUDORA y su cónyuge son propietarios del predio rústico denominado «El Molino», ubicado en el Caserío "
            f"San Isidro, distrito de Valle Hermoso, inscrito en la Partida Registral N° {REGISTRY} del Registro de Predios, con "
            "un área de 21,350.00 m², cuyos linderos son: por el norte, con la acequia principal; por el sur, con el camino "
            "vecinal; por el este, con el predio La Higuera; y por el oeste, con la quebrada Seca."
        ),
        pages.latin(
            f"SEGUNDA.- Por contrato de préstamo N° {LOAN_NO}, de fecha 15 de marzo de 2024, LA COOPERATIVA otorgó a LA DEUDORA un "
            "préstamo por S/ 45,000.00 (cuarenta y cinco mil y 00/100 soles), pagadero en 36 meses."
        ),
        pages.latin(
            "TERCERA.- En garantía de dicha obligación, LA DEUDORA constituye HIPOTECA EN PRIMER GRADO a favor de LA COOPERATIVA "
            "sobre el inmueble descrito, hasta por la suma de S/ 67,500.00 (sesenta y siete mil quinientos y 00/100 soles), que "
            "comprende el capital, los intereses compensatorios y moratorios, los seguros, las costas y los costos."
        ),
        pages.latin(
            "CUARTA.- El inmueble ha sido valorizado de común acuerdo en S/ 96,400.00, según tasación del 4 de marzo de 2024. En "
            "caso de ejecución servirán de base las dos terceras partes de dicho valor."
        ),
        pages.latin(
            "QUINTA.- La hipoteca se extiende a todas las partes integrantes y accesorias del inmueble, a sus mejoras y frutos, y "
            "subsistirá mientras exista cualquier saldo de la obligación garantizada."
        ),
        pages.latin(
            "SEXTA.- LA DEUDORA se obliga a no enajenar ni gravar el inmueble sin aviso escrito a LA COOPERATIVA, a conservarlo en "
            "buen estado y a permitir su inspección."
        ),
        pages.latin(
            "CONCLUSIÓN.- Formalizado el instrumento, se instruyó a los otorgantes de su objeto y resultado por la lectura que "
            "de todo él hicieron, ratificándose en su contenido y firmándolo ante mí, de lo que doy fe."
        ),
        pages.latin(
            "Concluye la firma ante mí el día dieciocho de marzo de dos mil veinticuatro. La escritura corre de fojas 3112 a fojas "
            "3115 de mi registro del presente bienio."
        ),
        pages.gap(8),
        pages.together(
            pages.latin("FIRMADO:"),
            pages.two_columns(
                [MARIA, f"DNI N° {MARIA_DNI}", "", HUSBAND],
                ["Aurelio Pizarro Luna", "por LA COOPERATIVA", "", "Hernán Ugarte Salas - Notario"],
                chinese=False,
            ),
        ),
    ]
    scans = scan_pages(
        pages.pdf(story, footer="{page}", margins=(28, 25)),
        [Scanner(seed=121, skew=1.3, shade=16, paper=246), Scanner(seed=122, skew=-1.6, shade=16)],
        [Seal(2, 136, 62, "NOTARÍA UGARTE SALAS", "VALLE HERMOSO", turned=12)],
    )
    return Paper(
        name="escritura_hipoteca_quispe.pdf",
        data=image_pdf(scans, 58),
        doc_type="mortgage_contract",
        language="es",
        fields={
            "deed_no": DEED,
            "main_contract_no": LOAN_NO,
            "mortgagor": [MARIA, HUSBAND],
            "mortgagee": COOP,
            "id_number": [MARIA_DNI, HUSBAND_DNI],
            "secured_amount": money("67500.00", "PEN"),
            "appraised_value": money("96400.00", "PEN"),
            "registry_no": REGISTRY,
            "area_m2": "21350.00",
            "sign_date": "2024-03-18",
        },
    )


def _note() -> Paper:
    story: list[Flowable] = [
        pages.latin_title("PAGARÉ", 20),
        latin_table(
            [
                ["N° de pagaré: 000147", f"N° de contrato: {LOAN_NO}", "Importe: S/ 45,000.00"],
                [
                    "Lugar de emisión: Valle Hermoso",
                    "Fecha de emisión: 15/03/2024",
                    "Vencimiento: 15/03/2027",
                ],
            ],
            [52, 56, 52],
            heights=11,
        ),
        pages.gap(4),
        pages.latin(
            f"Por este PAGARÉ, yo, {MARIA}, con DNI N° {MARIA_DNI}, prometo pagar incondicionalmente a la orden de {COOP}, en su "
            "oficina de Jr. Los Molles N° 214, la cantidad de CUARENTA Y CINCO MIL Y 00/100 SOLES (S/ 45,000.00), importe recibido "
            "a mi entera satisfacción.",
            11.5,
        ),
        pages.latin(
            "Desde su emisión hasta su vencimiento el importe devengará intereses compensatorios a la tasa efectiva anual de "
            "18.50 %. A partir del vencimiento devengará además intereses moratorios a la tasa de 3.00 % anual, sin necesidad de "
            "requerimiento alguno.",
            11.5,
        ),
        pages.latin(
            "El importe será pagado en 36 cuotas mensuales. La falta de pago de una o más cuotas faculta al tenedor a dar por "
            "vencidos todos los plazos. Este título no requiere protesto por falta de pago.",
            11.5,
        ),
        pages.gap(12),
        latin_table(
            [
                ["EMITENTE", "FIADOR SOLIDARIO"],
                [f"Nombre: {MARIA}", f"Nombre: {HUSBAND}"],
                [f"DNI: {MARIA_DNI}", f"DNI: {HUSBAND_DNI}"],
                ["Domicilio: Caserío San Isidro s/n", "Domicilio: Caserío San Isidro s/n"],
                ["Firma:", "Firma:"],
            ],
            [80, 80],
            heights=[9, 10, 10, 10, 22],
        ),
    ]
    scans = scan_pages(
        pages.pdf(story, footer="", margins=(24, 26)),
        [Scanner(seed=131, skew=-2.2, shade=24, paper=244, noise=4)],
        [Seal(1, 128, 92, "COOPERATIVA VALLE HERMOSO", "CRÉDITOS", turned=-14, diameter=36)],
    )
    return Paper(
        name="PAGARE 000147.jpg",
        data=jpeg(scans[0].crop((0, 0, scans[0].width, int(scans[0].height * 0.8))), 60),
        doc_type="iou",
        language="es",
        fields={
            "iou_no": "000147",
            "contract_no": LOAN_NO,
            "borrower": MARIA,
            "id_number": MARIA_DNI,
            "guarantor": HUSBAND,
            "lender": COOP,
            "amount": money("45000.00", "PEN"),
            "amount_words": "CUARENTA Y CINCO MIL Y 00/100 SOLES",
            "rate": rate("18.5", "percent_year"),
            "sign_date": "2024-03-15",
            "sign_place": "Valle Hermoso",
            "end_date": "2027-03-15",
        },
    )


def _visit() -> Paper:
    word = WordPaper(author="Rosa Medina", font="Times New Roman", size=11)
    word.title("INFORME DE VISITA DE SEGUIMIENTO", 15, "Times New Roman")
    word.table(
        [
            ["Cliente / socio", MARIA, "DNI", MARIA_DNI],
            ["N° de crédito", LOAN_NO, "Asesor de créditos", "Rosa Medina Soto"],
            ["Fecha de visita", "12/04/2024", "Tipo de visita", "Primera visita, en campo"],
            ["Monto desembolsado", "S/ 45,000.00", "Saldo de capital", "S/ 45,000.00"],
            ["Días de atraso", "0", "Calificación", "Normal"],
            [
                "Destino declarado",
                "Riego por goteo y plantones de palto",
                "Destino verificado",
                "Conforme",
            ],
        ],
        [36, 50, 36, 42],
    )
    for name, text in (
        (
            "1. Verificación del destino",
            "Se comprobó la compra de 1,200 plantones y de mangueras, filtros y una motobomba, "
            "con boletas por S/ 41,860.00. Queda por instalar medio kilómetro de línea.",
        ),
        (
            "2. Situación del negocio",
            "La familia trabaja dos hectáreas de palto y media de maíz; vende además leche de cuatro "
            "vacas. Los ingresos cubren la cuota 1.8 veces.",
        ),
        (
            "3. Estado de la garantía",
            "El predio «El Molino» se encuentra en posesión de la clienta, cercado y sin ocupantes.",
        ),
        ("4. Observaciones", "Falta entregar la boleta de la motobomba."),
        (
            "5. Conclusión",
            "El crédito se usa según lo pactado y la clienta muestra voluntad de pago.",
        ),
        ("6. Compromisos", "Entregar la boleta pendiente hasta el 30/04/2024."),
    ):
        word.say(name, bold=True)
        word.say(text, align="justify")
    word.say("")
    word.say(
        "Asesor de créditos: Rosa Medina Soto                Jefe de créditos (V° B°): Pablo Tello Ríos"
    )
    return Paper(
        name="informe visita Quispe abril 2024.docx",
        data=word.data(),
        doc_type="inspection_report",
        language="es",
        fields={
            "borrower": MARIA,
            "id_number": MARIA_DNI,
            "contract_no": LOAN_NO,
            "loan_officer": "Rosa Medina Soto",
            "inspect_date": "2024-04-12",
            "amount": money("45000.00", "PEN"),
            "balance": money("45000.00", "PEN"),
            "days_past_due": 0,
            "classification": "Normal",
            "purpose": "Riego por goteo y plantones de palto",
            "use_matches_contract": True,
            "conclusion": "El crédito se usa según lo pactado y la clienta muestra voluntad de pago.",
            "rectify_by": "2024-04-30",
        },
    )


def _reminder() -> Paper:
    story: list[Flowable] = [
        pages.latin(COOP, 11, "left"),
        pages.latin("Jr. Los Molles N° 214 - Valle Hermoso", 9.5, "left"),
        pages.gap(8),
        pages.latin("Valle Hermoso, 9 de octubre de 2025", 11, "right"),
        pages.gap(4),
        pages.latin_title("AVISO DE COBRANZA N° 0316-2025"),
        pages.latin(f"Señora: {MARIA}", 11, "left"),
        pages.latin(f"DNI N°: {MARIA_DNI}", 11, "left"),
        pages.latin("Domicilio: Caserío San Isidro s/n, distrito de Valle Hermoso", 11, "left"),
        pages.latin(f"Referencia: Crédito N° {LOAN_NO}", 11, "left"),
        pages.gap(4),
        pages.latin("De nuestra consideración:", 11),
        pages.latin(
            "Por medio de la presente le comunicamos que, a la fecha, su crédito registra cuotas vencidas e impagas, según el "
            "detalle siguiente:",
            11,
        ),
        latin_table(
            [
                ["Concepto", "Detalle"],
                ["Monto del préstamo", "S/ 45,000.00"],
                ["Saldo de capital", "S/ 26,418.75"],
                ["Cuotas vencidas", "2 (15/08/2025 y 15/09/2025)"],
                ["Intereses vencidos", "S/ 842.16"],
                ["Días de atraso", "55"],
                ["Vencimiento final del crédito", "15/03/2027"],
            ],
            [70, 80],
            heights=9,
        ),
        pages.gap(4),
        pages.latin(
            "Le requerimos que regularice su situación hasta el 24 de octubre de 2025. De lo contrario, nos veremos obligados a "
            "dar por vencidos todos los plazos e iniciar la ejecución de la garantía hipotecaria, con los gastos a su cargo.",
            11,
        ),
        pages.latin(
            "Si al recibir este aviso ya hubiera pagado, sírvase no tomarlo en cuenta.", 11
        ),
        pages.latin("Atentamente,", 11),
        pages.gap(12),
        pages.latin("Pablo Tello Ríos<br/>Jefe de Créditos y Recuperaciones", 11, "left"),
        pages.gap(8),
        pages.latin(
            "- - - - - - - - - - - - - - - - - - - - - - - CARGO DE RECEPCIÓN - - - - - - - - - - - - - - - - - - - - - -",
            10,
            "center",
        ),
        pages.latin(f"Recibí el Aviso de Cobranza N° 0316-2025. Nombre: {MARIA}", 11, "left"),
        pages.latin(
            "Fecha de recepción: 10/10/2025&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;Firma: ____________________",
            11,
            "left",
        ),
    ]
    return Paper(
        name="aviso_cobranza_Quispe.pdf",
        data=pages.pdf(story, footer="", margins=(28, 24), doc_title="Aviso de cobranza"),
        doc_type="collection_notice",
        language="es",
        fields={
            "notice_no": "0316-2025",
            "borrower": MARIA,
            "id_number": MARIA_DNI,
            "contract_no": LOAN_NO,
            "amount": money("45000.00", "PEN"),
            "balance": money("26418.75", "PEN"),
            "interest_arrears": money("842.16", "PEN"),
            "days_past_due": 55,
            "end_date": "2027-03-15",
            "notice_date": "2025-10-09",
            "pay_by": "2025-10-24",
        },
    )


def _second_contract() -> Paper:
    """Labels and values in a front sheet, continental figures, no word 'prestatario'."""
    story: list[Flowable] = [
        pages.latin_title("CONTRATO DE MUTUO"),
        pages.latin_title("CONDICIONES PARTICULARES", 11),
        latin_table(
            [
                ["Operación N°", LOAN_2, "Fecha", "3 de junio de 2025"],
                ["Acreedor", BANK, "Oficina", "El Porvenir"],
                ["Deudor", JUAN, "C.I. N°", JUAN_CI],
                ["Domicilio", "Recinto La Delicia, km 4", "Teléfono", "099 000 2215"],
                ["Monto", "USD 12.500,00", "Plazo", "18 meses"],
                [
                    "Tasa de interés nominal anual",
                    "11,25 %",
                    "Interés de mora",
                    "1,1 veces la tasa pactada",
                ],
                ["Fecha de desembolso", "05/06/2025", "Vencimiento", "05/12/2026"],
                [
                    "Cuotas",
                    "18 mensuales de USD 758,40",
                    "Destino del crédito",
                    "Compra de ganado lechero",
                ],
                [
                    "Garantía",
                    "Quirografaria, con garante solidario",
                    "Garante",
                    "Blanca Inés Toro Mera",
                ],
            ],
            [36, 48, 34, 44],
            heights=11,
        ),
        pages.gap(4),
        pages.latin_title("CONDICIONES GENERALES", 11),
        pages.latin(
            "1. Objeto. El Acreedor entrega en mutuo al Deudor la cantidad indicada como Monto, y el Deudor se obliga a restituirla "
            "junto con los intereses en los plazos pactados, de acuerdo con la tabla de amortización anexa."
        ),
        pages.latin(
            "2. Intereses. Se calculan sobre saldos deudores, con base en un año de trescientos sesenta días. En caso de mora se "
            "aplicará la tasa de mora desde el vencimiento hasta el pago, solo sobre el capital vencido."
        ),
        pages.latin(
            "3. Destino. El Deudor declara bajo juramento que los fondos tendrán origen y uso lícitos y el destino indicado, y "
            "autoriza las inspecciones que realice el Acreedor."
        ),
        pages.latin(
            "4. Garante. El garante se constituye deudor solidario, renunciando a los beneficios de orden y excusión, por todo el "
            "tiempo que dure la obligación y sus renovaciones."
        ),
        pages.latin(
            "5. Aceleración. La falta de pago de uno cualquiera de los dividendos por más de sesenta días faculta al Acreedor a "
            "declarar vencida toda la deuda."
        ),
        pages.latin(
            "6. Jurisdicción. Las partes se someten a los jueces competentes del cantón El Porvenir."
        ),
        pages.latin(
            "Leído que fue, las partes lo ratifican y firman por duplicado en El Porvenir, el 3 de junio de 2025."
        ),
        pages.gap(12),
        pages.two_columns(
            ["_______________________", f"DEUDOR: {JUAN}", f"C.I. {JUAN_CI}"],
            [
                "_______________________",
                f"ACREEDOR: {BANK}",
                "Gerente de oficina: Nelson Vaca Ortiz",
            ],
            chinese=False,
        ),
    ]
    return Paper(
        name="Contrato de mutuo - Flores Rojas.pdf",
        data=pages.pdf(story, footer="Página {page}", doc_title="Contrato de mutuo"),
        doc_type="loan_contract",
        language="es",
        fields={
            "contract_no": LOAN_2,
            "borrower": JUAN,
            "id_number": JUAN_CI,
            "borrower_address": "Recinto La Delicia, km 4",
            "phone": "0990002215",
            "lender": BANK,
            "amount": money("12500.00", "USD"),
            "term_months": 18,
            "start_date": "2025-06-05",
            "end_date": "2026-12-05",
            "rate": rate("11.25", "percent_year"),
            "purpose": "Compra de ganado lechero",
            "guarantor": "Blanca Inés Toro Mera",
            "sign_date": "2025-06-03",
            "sign_place": "El Porvenir",
        },
    )


def _second_visit() -> Paper:
    story: list[Flowable] = [
        pages.latin_title("FICHA DE SEGUIMIENTO DE CRÉDITO"),
        pages.latin(BANK, 11, "center"),
        latin_table(
            [
                ["Deudor", JUAN, "C.I.", JUAN_CI],
                ["Operación N°", LOAN_2, "Oficial de crédito", "Diana Cevallos"],
                ["Fecha de visita", "14 de julio de 2025", "Última visita", "ninguna"],
                ["Monto", "USD 12.500,00", "Saldo", "USD 11.858,79"],
                ["Días de mora", "0", "Calificación", "A1"],
                ["Destino verificado", "Sí: siete vacas lecheras", "Estado del negocio", "Bueno"],
            ],
            [34, 50, 34, 44],
            heights=12,
        ),
        pages.gap(3),
        latin_table(
            [
                [
                    "Observaciones: se revisaron las facturas del ganado y la guía de movilización. Producción de 62 litros por día, "
                    "vendidos a la quesera del recinto."
                ],
                ["Conclusión: inversión realizada conforme al plan; sin novedades."],
                [
                    "Compromisos: presentar el certificado de vacunación hasta el 31 de julio de 2025."
                ],
            ],
            [162],
            heights=[26, 20, 18],
        ),
        pages.gap(10),
        pages.two_columns(
            [f"Firma del deudor: {JUAN}", ""],
            ["Oficial de crédito: Diana Cevallos", ""],
            chinese=False,
        ),
    ]
    scans = scan_pages(
        pages.pdf(story, footer=""),
        [Scanner(seed=141, skew=1.8, shade=26, paper=242, noise=4, grey=True)],
        [],
    )
    return Paper(
        name="scan 2025-07-14 ficha.jpg",
        data=jpeg(scans[0], 58),
        doc_type="inspection_report",
        language="es",
        fields={
            "borrower": JUAN,
            "id_number": JUAN_CI,
            "contract_no": LOAN_2,
            "loan_officer": "Diana Cevallos",
            "inspect_date": "2025-07-14",
            "amount": money("12500.00", "USD"),
            "balance": money("11858.79", "USD"),
            "days_past_due": 0,
            "classification": "A1",
            "use_matches_contract": True,
            "conclusion": "inversión realizada conforme al plan; sin novedades.",
            "rectify_by": "2025-07-31",
        },
    )
