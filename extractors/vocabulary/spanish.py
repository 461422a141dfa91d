"""The words beside values in Spanish papers, without accents."""

# fmt: off
BORROWER = (
    "prestatario", "prestataria", "el prestatario", "la prestataria", "deudor", "deudora",
    "el deudor", "la deudora", "mutuario", "mutuaria", "el mutuario", "acreditado", "acreditada",
    "el acreditado", "socio prestatario", "nombre del prestatario", "nombre del deudor",
    "nombre del cliente", "nombre del socio", "deudor principal", "suscriptor", "emitente",
    "girador", "librador", "nombre y apellidos del deudor", "el cliente", "cliente", "socio",
    "emisor",
)
CUSTOMER = (
    "nombre del cliente", "cliente", "socio", "nombre del socio", "nombre del prestatario",
    "titular", "nombre y apellidos", "nombre",
)
CO_BORROWER = (
    "codeudor", "codeudora", "codeudores", "co-deudor", "coprestatario", "deudor solidario",
    "deudora solidaria", "obligado solidario",
)
SPOUSE = (
    "conyuge", "nombre del conyuge", "esposo", "esposa", "esposo(a)",
)
LENDER = (
    "prestamista", "el prestamista", "la prestamista", "acreedor", "acreedora", "el acreedor",
    "la acreedora", "mutuante", "el mutuante", "acreditante", "la acreditante", "el banco",
    "la cooperativa", "la caja", "entidad prestamista", "beneficiario", "tenedor", "la institucion",
    "entidad financiera", "entidad acreedora",
)
GUARANTOR = (
    "fiador", "fiadora", "el fiador", "la fiadora", "avalista", "aval", "garante",
    "garante solidario", "el garante", "fiador solidario", "fiadores", "garantes",
    "nombre del fiador", "nombre del garante",
)
MORTGAGOR = (
    "hipotecante", "el hipotecante", "la hipotecante", "deudor hipotecario",
    "el deudor hipotecario", "deudora hipotecaria", "la parte hipotecante", "garante hipotecario",
    "constituyente", "propietario", "titular registral", "titular", "deudor/hipotecante",
)
MORTGAGEE = (
    "acreedor hipotecario", "el acreedor hipotecario", "acreedora hipotecaria",
    "la acreedora hipotecaria", "a favor de", "acreedor", "acreedora", "el acreedor",
    "beneficiario", "el banco", "la cooperativa",
)
PLEDGOR = (
    "deudor prendario", "constituyente prendario", "pignorante",
)
PLEDGEE = (
    "acreedor prendario", "acreedor pignoraticio",
)
CO_OWNER = (
    "copropietario", "copropietaria", "copropietarios",
)
LEGAL_REP = (
    "representante legal", "representada por", "representado por", "apoderado", "representante",
)
PERSON_NAME = (
    "nombre", "nombres y apellidos", "nombre completo", "nombre y apellidos", "apellidos y nombres",
    "nombre o razon social", "razon social",
)
PERSON_ID = (
    "dni", "d.n.i.", "no de dni", "documento de identidad", "documento nacional de identidad",
    "documento", "doc. identidad", "cedula de identidad", "cedula de ciudadania", "cedula",
    "cedula no", "c.i.", "c.i. no", "ci", "c.c.", "c.c. no", "cc", "curp", "rfc", "nif", "nie",
    "dui", "dpi", "identificacion", "no de identidad", "numero de identidad",
    "no de identificacion", "numero de identificacion", "numero de documento", "no documento",
    "n.i.f.", "n.i.f", "no de cedula", "numero de cedula", "dni no", "dni/ce", "dni/ruc",
    "doc. de identidad", "no de documento", "nro. documento", "nro de documento",
    "identificado con dni", "identificada con dni",
)
USCC = (
    "ruc", "r.u.c.", "ruc no", "nit", "n.i.t.", "cuit", "c.u.i.t.", "cif", "rut",
)
ADDRESS = (
    "domicilio", "direccion", "domicilio real", "direccion domiciliaria", "domicilio legal",
    "con domicilio en", "domiciliado en", "domiciliada en", "residente en",
    "direccion del domicilio",
)
PHONE = (
    "telefono", "tel", "tel.", "celular", "telefono/celular", "no de telefono", "telefono celular",
    "movil",
)
CONTRACT_NO = (
    "no de contrato", "numero de contrato", "contrato no", "contrato nro", "contrato nro.",
    "no contrato", "no de credito", "no de operacion", "numero de operacion", "operacion no",
    "credito no", "numero de credito", "contrato numero", "no de prestamo", "numero de prestamo",
    "prestamo no", "no credito", "nro. de contrato", "nro. de credito", "nro de credito",
    "contrato de prestamo no", "contrato de mutuo no", "codigo de credito",
    "contrato de credito no", "no operacion",
)
MAIN_CONTRACT_NO = (
    "contrato principal no", "contrato de prestamo no", "no del contrato principal",
    "contrato garantizado no", "contrato de mutuo no", "contrato de credito no",
)
IOU_NO = (
    "pagare no", "pagare numero", "no de pagare", "numero de pagare", "pagare nro", "pagare nro.",
)
AMOUNT = (
    "monto del prestamo", "monto del credito", "monto", "importe", "importe del prestamo",
    "capital", "la suma de", "la cantidad de", "suma de", "monto total", "monto otorgado",
    "monto desembolsado", "monto aprobado", "monto autorizado", "valor del credito",
    "valor del prestamo", "cantidad prestada", "importe del credito", "capital prestado",
    "monto principal", "monto original", "monto del mutuo", "valor", "por", "importe principal",
    "bueno por",
)
CREDIT_LINE = (
    "linea de credito", "monto de la linea", "limite de credito", "cupo de credito",
)
IN_WORDS = (
    "en letras", "importe en letras", "monto en letras",
)
PURPOSE = (
    "destino", "destino del credito", "destino del prestamo", "destino de los fondos", "finalidad",
    "objeto del credito", "destino declarado", "uso de los fondos", "destino del financiamiento",
)
LOAN_TYPE = (
    "tipo de credito", "tipo de prestamo", "producto", "modalidad de credito", "linea de producto",
)
PERIOD = (
    "plazo", "plazo del credito", "plazo del prestamo", "vigencia", "plazo de pago", "plazo total",
)
START = (
    "fecha de desembolso", "fecha de otorgamiento", "fecha de inicio", "fecha desembolso",
    "fecha del desembolso", "fecha de entrega", "fecha de concesion", "fecha de disposicion",
    "fecha de la disposicion", "fecha de abono",
)
END = (
    "vencimiento", "fecha de vencimiento", "vencimiento final", "fecha vencimiento",
    "fecha de vencimiento final", "vence el", "fecha de ultimo pago", "ultimo vencimiento",
    "vencimiento el dia", "ultima cuota", "fecha final", "fecha de termino",
)
RATE = (
    "tipo de interes", "tipo de interes nominal", "tipo de interes fijo", "tipo nominal",
    "tipo de interes nominal anual", "tasa de interes", "tasa", "tasa anual",
    "tasa de interes anual", "tasa efectiva anual", "tea", "tna", "tem", "tin", "tae", "interes",
    "interes anual", "tasa nominal anual", "tasa de interes compensatorio", "tasa mensual",
    "tasa efectiva mensual", "interes compensatorio", "intereses ordinarios", "interes ordinario",
    "interes remuneratorio", "tasa pactada", "tasa de interes corriente", "intereses corrientes",
    "tasa de interes ordinaria", "tasa ordinaria",
)
PENALTY_RATE = (
    "tasa moratoria", "interes moratorio", "interes punitorio", "tasa de interes moratorio",
    "tasa de mora", "intereses moratorios", "mora", "interes de mora", "tcea", "cat",
    "recargo por mora", "tasa de interes moratoria",
)
GUARANTEE_METHOD = (
    "garantia", "tipo de garantia", "garantias", "forma de garantia",
)
GUARANTEE_CONTRACT_NO = (
    "contrato de garantia no", "contrato de fianza no",
)
COLLATERAL = (
    "bien hipotecado", "inmueble hipotecado", "bien en garantia", "bienes en garantia",
    "descripcion del inmueble", "inmueble", "descripcion del bien", "bien dado en garantia",
)
COLLATERAL_VALUE = (
    "valor del inmueble", "valor de la garantia", "valor del bien", "valor comercial",
    "valor de realizacion",
)
APPRAISED_VALUE = (
    "avaluo", "valor de tasacion", "tasacion", "valor de avaluo", "valor tasado",
    "avaluo comercial", "valor del avaluo", "valor peritado",
)
SECURED_AMOUNT = (
    "monto garantizado", "monto del gravamen", "monto de la hipoteca", "cuantia",
    "cuantia de la hipoteca", "hasta por la suma de", "monto de gravamen", "monto afectado",
    "responsabilidad hipotecaria", "valor de la hipoteca", "importe garantizado",
    "hasta la suma de", "valor del gravamen", "monto maximo garantizado",
)
MORTGAGE_TYPE = (
    "tipo de hipoteca", "clase de hipoteca", "grado", "tipo de gravamen",
)
LOCATION = (
    "ubicacion", "ubicado en", "ubicada en", "situado en", "situada en", "ubicacion del inmueble",
    "direccion del inmueble", "sito en", "sita en", "ubicacion del bien", "situacion",
)
AREA = (
    "area", "superficie", "area del terreno", "superficie total", "extension", "area total",
    "con un area de", "con una superficie de", "cabida", "area construida",
)
TITLE_NO = (
    "titulo de propiedad no", "escritura de propiedad no",
)
CERTIFICATE_NO = (
    "certificado no", "numero de certificado", "no de certificado", "certificado numero",
    "certificado nro", "certificado registral no", "constancia no", "codigo de certificado",
)
REGISTRY_NO = (
    "matricula", "matricula no", "matricula inmobiliaria", "matricula inmobiliaria no",
    "folio real", "folio real no", "folio", "partida registral", "partida no",
    "partida electronica", "partida electronica no", "partida registral no", "no de partida",
    "finca no", "finca", "finca registral", "numero de finca", "folio de matricula",
    "numero de matricula", "no de matricula", "folio de matricula inmobiliaria",
    "folio real electronico", "partida", "finca numero", "folio electronico",
)
DEED_NO = (
    "escritura numero", "escritura no", "escritura publica no", "escritura publica numero",
    "numero de escritura", "escritura publica", "no de escritura", "instrumento numero",
    "instrumento no", "escritura nro", "escritura publica nro", "minuta no", "kardex no", "kardex",
    "testimonio no", "numero de instrumento", "instrumento publico numero",
)
RIGHT = (
    "naturaleza del acto", "tipo de inscripcion", "gravamen", "acto inscrito", "acto",
    "derecho inscrito", "tipo de acto",
)
REGISTER_DATE = (
    "fecha de inscripcion", "fecha de registro", "inscrito el", "inscrita el", "fecha del asiento",
    "fecha de anotacion", "fecha inscripcion", "fecha de inscripcion del gravamen",
)
CLAIM_PERIOD = (
    "periodo de la hipoteca", "vigencia de la hipoteca",
)
OBLIGATION_PERIOD = (
    "plazo", "plazo de la hipoteca", "plazo de la obligacion", "vigencia",
)
SIGN_DATE = (
    "fecha del contrato", "fecha de firma", "fecha de suscripcion", "fecha del pagare",
    "lugar y fecha", "fecha de emision", "fecha de celebracion", "fecha de contrato", "firmado el",
    "fecha", "fecha de la escritura", "ciudad y fecha", "fecha de otorgamiento de la escritura",
    "lugar y fecha de emision", "fecha de escritura", "suscrito el", "celebrado el",
)
SIGN_PLACE = (
    "lugar de firma", "lugar de emision", "lugar de suscripcion",
)
LOAN_OFFICER = (
    "asesor de credito", "asesor de creditos", "oficial de creditos", "oficial de credito",
    "analista de credito", "asesor", "ejecutivo", "analista", "oficial de negocios", "promotor",
    "ejecutivo de credito",
)
INSPECT_DATE = (
    "fecha de visita", "fecha de la visita", "fecha de inspeccion", "fecha de la inspeccion",
    "fecha visita", "visita realizada el", "fecha de seguimiento", "fecha de verificacion",
    "fecha de supervision",
)
LAST_INSPECT_DATE = (
    "fecha de ultima visita", "ultima visita", "visita anterior", "fecha de la visita anterior",
    "fecha de la ultima visita",
)
REPORT_DATE = (
    "fecha del informe", "fecha de informe", "fecha de elaboracion", "fecha del reporte",
    "fecha de reporte", "fecha de emision",
)
INSPECT_METHOD = (
    "modalidad de visita", "tipo de visita", "forma de visita", "modalidad",
)
INSPECTOR = (
    "inspector", "asesor de credito", "asesor de creditos", "oficial de creditos",
    "oficial de credito", "realizado por", "elaborado por", "elaboro", "visitado por", "analista",
    "asesor", "analista de credito", "responsable de la visita", "inspeccionado por",
    "oficial responsable", "verificado por", "promotor", "oficial", "visita realizada por",
)
REVIEWER = (
    "revisado por", "supervisor", "vo.bo.", "jefe de credito", "visto bueno", "aprobado por",
    "jefe de creditos", "jefe de agencia", "v.b.", "gerente de agencia",
)
BALANCE = (
    "saldo", "saldo capital", "saldo actual", "saldo de capital", "saldo pendiente", "saldo deudor",
    "saldo adeudado", "saldo insoluto", "capital adeudado", "saldo del credito", "saldo vigente",
    "saldo a la fecha", "capital vencido", "deuda de capital", "saldo de la deuda",
)
INTEREST_ARREARS = (
    "intereses vencidos", "interes vencido", "intereses adeudados", "intereses pendientes",
    "interes adeudado", "intereses en mora", "intereses devengados", "intereses atrasados",
    "interes pendiente", "intereses", "intereses moratorios",
)
DAYS_PAST_DUE = (
    "dias de atraso", "dias de mora", "dias en mora", "dias atraso", "dias mora", "dias vencidos",
    "atraso", "dias de vencido",
)
CLASSIFICATION = (
    "calificacion", "clasificacion", "clasificacion de riesgo", "categoria de riesgo",
    "calificacion de riesgo", "clasificacion del credito", "calificacion sbs", "categoria",
    "clasificacion del deudor", "clasificacion actual", "calificacion del credito",
    "calificacion propuesta", "calificacion sugerida", "clasificacion propuesta",
    "clasificacion sugerida",
)
PREVIOUS_CLASSIFICATION = (
    "calificacion anterior", "clasificacion anterior",
)
USE_MATCHES = (
    "destino verificado", "uso conforme al contrato", "cumple destino", "destino conforme",
    "el destino coincide", "uso conforme", "destino conforme al contrato", "se verifico el destino",
)
RISK_SIGNALS = (
    "senales de riesgo", "alertas", "senales de alerta", "factores de riesgo",
    "riesgos identificados",
)
PROBLEMS = (
    "problemas", "problemas detectados", "observaciones", "irregularidades", "hallazgos",
    "problemas identificados", "problemas encontrados",
)
CONCLUSION = (
    "conclusion", "conclusiones", "opinion del asesor", "opinion", "recomendacion",
    "resultado de la visita", "conclusiones y recomendaciones", "comentarios del asesor",
    "conclusion de la visita",
)
MEASURE = (
    "compromisos", "acciones", "acciones a tomar", "medidas", "recomendaciones",
    "compromiso del cliente", "compromisos del cliente", "acuerdos", "plan de accion",
    "medidas propuestas", "compromiso", "medidas a tomar",
)
RECTIFY_BY = (
    "plazo de regularizacion", "fecha de compromiso", "fecha limite", "plazo para regularizar",
)
NOTICE_NO = (
    "notificacion no", "no de notificacion", "carta no", "carta notarial no", "aviso no",
    "notificacion nro", "requerimiento no", "numero de notificacion",
)
NOTICE_DATE = (
    "fecha", "fecha de notificacion", "lugar y fecha", "fecha de emision", "fecha de la carta",
)
ADDRESSEE = (
    "senor", "senor(a)", "sr.", "sra.", "senores", "deudor", "cliente", "senora", "sr(a).",
    "estimado senor", "estimado(a) senor(a)", "srs.",
)
PAY_BY = (
    "fecha limite de pago", "pagar antes del", "a mas tardar el", "plazo maximo de pago",
    "fecha maxima de pago", "fecha limite",
)
WARNING_LEVEL = (
    "nivel de alerta",
)

# Labels whose values we do not keep; known so that they end the value before them.
OTHER = (
    "nacionalidad", "estado civil", "ocupacion", "profesion", "edad", "sexo", "correo electronico",
    "email", "cuotas", "numero de cuotas", "no de cuotas", "forma de pago", "frecuencia de pago",
    "cuota", "valor de la cuota", "primer vencimiento", "agencia", "sucursal", "oficina", "moneda",
    "notario", "notaria", "linderos", "firma", "huella", "sello", "testigo", "testigos", "tomo",
    "libro", "asiento", "cuenta", "cuenta no", "actividad", "negocio", "estado del negocio",
    "estado de la garantia", "situacion de la garantia", "fecha de nacimiento", "distrito",
    "provincia", "departamento", "municipio", "registro de la propiedad", "registrador",
)
