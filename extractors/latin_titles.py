# ruff: noqa: E501 - patterns are easier to read unbroken
"""The titles of Spanish and English papers, by type; patterns of folded lines without blanks."""


def _titles(*patterns: str) -> tuple[str, ...]:
    """Return patterns for lines as titles are compared: without blanks."""
    return tuple(pattern.replace(" ", "") for pattern in patterns)


LOAN_CONTRACT = _titles(
    r"contrato (?:privado |individual |marco |de adhesion )?(?:de |del )?(?:prestamo|mutuo|credito|microcredito|financiamiento|apertura de (?:linea de )?credito|linea de credito|refinanciacion|habilitacion o avio|refaccionario|cuenta corriente con garantia).{0,70}",
    r"^(?:documento|contrato|convenio|minuta|escritura|poliza|acuerdo)(?: publica?| privad[oa])?(?: de)?(?: contrato de)? (?:prestamo|mutuo|credito|reconocimiento de deuda)(?!.{0,30}hipotec).{0,70}",
    r"^(?:prestamo|mutuo)(?!(?: con garantia)? hipotec)(?: de dinero| dinerario| mercantil| simple| oneroso| con intere\w*| acuerdo| a plazo fijo)?.{0,20}",
    r"^reconocimiento de (?:deuda|adeudo|obligacion).{0,40}",
    r"^(?:caratula|hoja resumen|cartilla|resumen)(?: informativa?)?(?: del?)?(?: el)?(?: contrato)?(?: de)?[-: ]*(?:credito|prestamo|mutuo|contrato).{0,60}",
    r"(?:loan|credit|facility|term loan|overdraft|revolving credit|cash credit|lending|financing|microloan|borrowing)(?: and (?:security|guarantee|hypothecation|pledge))? (?:agreement|contract|bond)(?: form| cum [a-z ]+)?(?: for .{0,40})?",
    r"^(?:memorandum of |form of )?agreement (?:for|of) (?:a )?(?:term|demand|personal|secured|agricultural|crop|farm|micro|short term|medium term|cash credit|overdraft|housing|group)* ?(?:loan|credit|advance)s?.{0,90}",
    r"^(?:personal|group|farm|agricultural|individual|micro|secured|unsecured)* ?loan contract.{0,40}",
)  # fmt: skip
IOU = _titles(
    r"^(?:comprobante|recibo|constancia|voucher|boleta) de (?:desembolso|entrega) .{0,40}", r"^recibo de (?:prestamo|dinero en prestamo|credito).{0,30}",
    r"^(?:el )?pagare(?! .{0,30}contrato)(?:mos)?.{0,60}",
    r"(?:on )?(?:demand )?promissory note.{0,40}", r"^(?:demand |d\.?p\.? |loan |installment |secured |master )?note(?: no\.?.{0,16})?", r"^iou.{0,16}", r"^letra de cambio.{0,40}", r"^vale (?:a la|por|de) .{0,30}", r"^bill of exchange.{0,20}", r"^pronote.{0,16}",
)  # fmt: skip
MORTGAGE_CONTRACT = _titles(
    r"^(?:prestamo|mutuo|credito)(?: de dinero)?(?: con)?(?: la)?(?: garantia)? hipotec\w+.{0,40}",
    r"(?:escritura(?: publica)?|minuta|contrato|testimonio)(?: n[or.]{0,3}\S{0,24})?(?: de)?(?: prestamo con| mutuo con| credito con)?(?: constitucion de)?(?: la)?(?: primera y preferente)?(?: garantia)? hipotec\w+.{0,60}",
    r"(?:constitucion|otorgamiento|ampliacion) de (?:primera (?:y preferente )?)?(?:garantia )?hipotec\w+.{0,60}", r"^hipoteca(?: abierta| cerrada| de primer grado| en primer grado| convencional| voluntaria| inmobiliaria)?.{0,50}",
    r"^escritura.{0,40}(?:garantia hipotecaria|hipoteca).{0,40}",
    r"^(?:real estate |chattels? |equitable |simple |legal |usufructuary |english |third party |further |collateral |open-?end |deed of |indenture of )*mortgage(?: deed| agreement| bond| and security agreement| by (?:deposit|conditional).{0,40}| of (?:land|property|immovable).{0,40})*",
    r"(?:deed of )?mortgage(?: deed| agreement)?", r"deed of trust.{0,60}", r"(?:deed of |memorandum of )?(?:legal |statutory )?charge(?: deed)?(?: over .{0,40})?", r"memorandum of deposit of title deeds", r"(?:declaration|instrument|memorandum) of (?:charge|mortgage).{0,40}", r"charge (?:over|on) (?:land|property|title).{0,30}",
)  # fmt: skip
GUARANTEE_CONTRACT = _titles(
    r"^carta(?: de)? (?:aval|fianza|garantia)(?: .{0,20})?",
    r"^(?:contrato de |carta de |escritura de |documento de |otorgamiento de |constitucion de )?(?:fianza|aval|garantia personal|garantia solidaria)(?: solidari[oa]| personal| bancaria| mercantil| civil)*.{0,30}", r"contrato de (?:fianza|aval|garantia(?! (?:mobiliaria|prendaria|hipotecaria|real))).{0,40}", r"^carta fianza.{0,20}", r"^compromiso de (?:fianza|aval|garantia).{0,20}",
    r"(?:personal|joint|joint and several|corporate|continuing|deed of|letter of|bond of|agreement of|contract of|irrevocable|unconditional|third party|form of| |'|s)*guarante?e?y?(?: agreement| contract| bond| deed| form| letter)?(?: and indemnity)?",
    r"^guarante?e?y? (?:for|of|by).{0,60}", r"agreement of guarantee.{0,20}", r"suretyship?(?: agreement| bond| deed| undertaking)?", r"deed of suretyship", r"^undertaking (?:by|of) (?:the )?(?:guarantor|surety).{0,20}",
)  # fmt: skip
MORTGAGE_REGISTRATION = _titles(
    r"certificado (?:de )?(?:registral|gravamen(?:es)?|inscripcion|tradicion y libertad|libertad(?: y| de)? (?:gravamen|tradicion)?(?:es)?|literal|dominio|hipotecas|propiedad y gravamen|carga|registral inmobiliario|de hipoteca|anotacion).{0,60}",
    r"(?:constancia|anotacion|asiento|razon|certificacion|boleta)(?: de)?(?: la)?(?: inscripcion| anotacion| registro)(?: de)?(?: la)?(?: garantia)?(?: hipoteca\w*| gravamen| prenda)?.{0,40}", r"^nota simple(?: informativa)?.{0,20}", r"^(?:informe|reporte) de gravamen(?:es)?.{0,20}",
    r"certificate of (?:the )?(?:mortgage )?registration(?: of)?(?: a)?(?: mortgage| charge| deed)?.{0,40}", r"mortgage registration certificate", r"(?:notice|acknowledge?ment|memorandum|record|proof|confirmation) of registration.{0,40}", r"registration of (?:a )?(?:mortgage|charge)", r"certificate (?:of|on) (?:registered charge|charge|encumbrances?).{0,30}", r"encumbrance certificate", r"registration certificate(?: of mortgage)?", r"(?:land )?registry certificate", r"certificate of official search", r"^official (?:search|copy).{0,40}",
)  # fmt: skip
INSPECTION_REPORT = _titles(
    r"^(?:informe|ficha|reporte|acta|formulario|formato|hoja|guia|constancia)(?: n[or.]{1,3}[\w/-]{0,24})?(?: tecnico| de campo)?(?: de)?(?: la)? (?:visita|seguimiento|inspeccion|supervision|verificacion|monitoreo|control (?:post|de inversion|de destino)|post[- ]?credito|post[- ]?desembolso).{0,60}",
    r"^(?:visita|inspeccion|supervision|monitoreo) (?:de|al|a|post).{0,60}", r"^seguimiento (?:de|al|a|post) .{0,40}", r"^verificacion (?:de|del) (?:destino|inversion|uso).{0,40}",
    r"^(?:pre-?|post-?)?(?:loan|unit|disbursement|sanction|credit|site|field|borrower|farm|client|customer|business|follow-?up|monitoring|stock|supervision|quarterly|annual|periodic|branch|of| |-|&|and)*(?:visit|inspection|monitoring|utili[sz]ation|utili[sz]ation check|follow-?up|supervision|end[- ]use verification|verification)(?: visit| check)? (?:report|form|note|record|sheet|checklist)(?: (?:for|on|of) .{0,60})?",
    r"^report (?:on|of) (?:the )?(?:unit |field |site |farm |loan )?(?:visit|inspection|monitoring|supervision).{0,40}", r"^loan utili[sz]ation (?:check|certificate).{0,20}", r"^post-?(?:disbursement|sanction) (?:inspection|visit|monitoring).{0,20}", r"^(?:field|unit|farm|site) visit.{0,20}",
)  # fmt: skip
COLLECTION_NOTICE = _titles(
    r"^(?:(?:primera?|segund[oa]|tercera?|cuart[oa]|ultim[oa]) )?(?:notificacion|aviso|carta|requerimiento|carta notarial|ultimo aviso|segundo aviso|primer aviso|recordatorio|comunicacion|citacion|ultimatum|intimacion)(?: notarial| extrajudicial| prejudicial| judicial| formal)*(?: de| por| previ[oa] (?:a|de))?(?: la)?(?: cobranza| cobro| requerimiento| mora| pago| atraso| deuda| incumplimiento| vencimiento anticipado| cuotas? vencidas?).{0,60}",
    r"^(?:notificacion de |aviso de )?(?:cobro|cobranza) (?:pre-?juridic[oa]|pre-?judicial|extrajudicial|administrativ[oa]|judicial).{0,60}", r"^requerimiento de pago.{0,40}", r"^carta notarial.{0,20}", r"^(?:primer|segundo|tercer|ultimo) (?:aviso|requerimiento|recordatorio).{0,40}", r"^(?:mora|atraso|incumplimiento) (?:en|de) .{0,50}", r"^aviso de (?:mora|morosidad|atraso|deuda|vencimiento de cuota).{0,30}", r"^vencimiento anticipado.{0,30}",
    r"^(?:final |first |second |third |loan |formal |pre-?legal |statutory |overdue |payment )*(?:demand|collection|overdue|default|arrears|loan recall|recall|past due|delinquency|legal|acceleration)(?: loan| payment| reminder| account| instal?lments?)* ?(?:notice|letter|reminder)", r"^(?:final |formal |loan |first |second |third )*notice (?:of |for |to |regarding )?(?:the )?(?:default|demand|overdue|arrears|collection|recall|acceleration|past due|delinquen|outstanding|pay).{0,50}",
    r"^(?:final |formal |letter of )?demand (?:for|of) (?:re)?payment.{0,40}", r"^(?:final |overdue |gentle |second |first )?reminder.{0,40}", r"^overdue (?:loan|instal?lments?|payment|account).{0,30}", r"^(?:loan )?recall (?:of|notice).{0,40}", r"^(?:demand )?notice (?:of demand )?(?:under|u/s\.?) (?:section |sec\.? )?13.{0,80}", r"^demand notice.{0,60}",
)  # fmt: skip
PLEDGE_CONTRACT = _titles(
    r"^(?:contrato|escritura|documento|minuta)(?: privado)?(?: de)?(?: constitucion de)? (?:prenda|pignoracion|garantia (?:mobiliaria|prendaria)).{0,70}", r"^(?:prenda|pignoracion|garantia mobiliaria|garantia prendaria)(?: .{0,40})?", r"^constitucion de (?:prenda|garantia mobiliaria).{0,40}",
    r"prenda (?:agricola|industrial|abierta|sin tenencia|con desplazamiento).{0,30}",
    r"(?:composite |joint |common )*(?:deed|agreement|letter|bond|memorandum|instrument|contract) (?:of|for)(?: composite)? (?:hypothecation|pledge|lien)(?! to secure a guarantee).{0,80}",
    r"^(?:composite |joint |vehicle |stock |crop |book debts? |goods |machinery |livestock |loan cum |gold |warehouse receipts? |general |commercial |agricultural |movable |personal property |share )*(?:hypothecation|pledge|lien|security)(?:-| )?(?:cum| and)?(?: loan)?(?: guarantee)? (?:agreement|deed|bond|letter|contract)(?: \(.{0,40}\)| (?:of|for|over|on) .{0,60})?",
    r"^(?:hypothecation|pledge) (?:of|over|to secure|cum).{0,80}",
)  # fmt: skip
