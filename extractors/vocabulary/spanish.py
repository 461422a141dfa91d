"""The words beside values in Spanish papers, without accents."""

# fmt: off
BORROWER = (
    "prestatario", "prestataria", "el prestatario", "la prestataria", "deudor", "deudora",
    "el deudor", "la deudora", "mutuario", "mutuaria", "el mutuario", "acreditado", "acreditada",
    "el acreditado", "socio prestatario", "nombre del prestatario", "nombre del deudor",
    "nombre del cliente", "nombre del socio", "deudor principal", "suscriptor", "emitente",
    "nombre y apellidos del deudor", "el cliente", "cliente", "socio", "emisor",
    "nombre de cliente", "nombre del acreditado", "nombre del solicitante", "nombre del titular",
    "nombres y apellidos del cliente", "parte deudora", "parte prestataria", "mutuatario",
    "mutuataria", "socio deudor", "socio/cliente", "deudor(a)", "prestatario/a", "emitentes",
    "suscriptor(es)", "la acreditada", "el mutuatario", "la mutuataria", "el socio", "la socia",
    "socia", "librado", "girado", "girado/aceptante", "aceptante", "obligado principal",
    "otorgante", "asociado", "asociada", "afiliado", "afiliada", "datos del socio",
    "datos del prestatario", "datos del deudor", "datos del cliente", "datos del solicitante",
    "socio/a", "socia/o", "prestatario(a)",
)
CUSTOMER = (
    "nombre del cliente", "cliente", "socio", "nombre del socio", "nombre del prestatario",
    "titular", "nombre y apellidos", "nombre", "nombre del acreditado", "nombre de cliente",
    "nombre del deudor", "nombre del titular", "nombres y apellidos del cliente",
    "nombre completo del cliente", "acreditado", "acreditada", "cliente/socio", "socio/cliente",
    "socio/a",
)
CO_BORROWER = (
    "codeudor", "codeudora", "codeudores", "co-deudor", "coprestatario", "deudor solidario",
    "deudora solidaria", "codeudor solidario", "codeudora solidaria",
    "co-prestatario", "cotitular", "coacreditado", "deudor(a) solidario(a)", "codeudor(a)",
)
SPOUSE = (
    "conyuge", "nombre del conyuge", "esposo", "esposa", "esposo(a)", "conyuge del prestatario",
    "conyuge del deudor", "conyuge del titular", "conyuge del cliente", "nombre de conyuge",
    "nombres del conyuge", "esposa del deudor", "esposo del deudor", "datos del conyuge",
)
LENDER = (
    "prestamista", "el prestamista", "la prestamista", "acreedor", "acreedora", "el acreedor",
    "la acreedora", "mutuante", "el mutuante", "acreditante", "la acreditante", "el banco",
    "la cooperativa", "la caja", "entidad prestamista", "beneficiario", "tenedor", "la institucion",
    "entidad financiera", "entidad acreedora", "acreedor/prestamista", "la financiera",
    "institucion financiera", "institucion", "entidad", "cooperativa", "entidad de credito",
    "nombre de la entidad", "parte acreedora", "parte prestamista", "beneficiario del pagare",
    "acreedor(a)", "empresa financiera", "la mutuante", "la entidad",
)
GUARANTOR = (
    "fiador", "fiadora", "el fiador", "la fiadora", "avalista", "aval", "garante",
    "garante solidario", "el garante", "fiador solidario", "fiadores", "garantes",
    "nombre del fiador", "nombre del garante", "obligado solidario", "obligada solidaria",
    "aval permanente", "avales", "aval(es)", "aval solidario", "fiador(a)",
    "fiador y principal pagador", "garante personal", "garante/avalista", "fiador/avalista",
    "garante(s)", "nombre del aval", "nombre del avalista", "garante solidario(a)",
    "datos del aval", "datos del garante", "datos del fiador", "la parte fiadora", "parte fiadora",
    "fiador liso, llano y principal pagador", "garante quirografario", "garante 1", "garante 2",
)
MORTGAGOR = (
    "hipotecante", "el hipotecante", "la hipotecante", "deudor hipotecario",
    "el deudor hipotecario", "deudora hipotecaria", "la parte hipotecante", "garante hipotecario",
    "constituyente", "propietario", "titular registral", "titular", "deudor/hipotecante",
    "parte hipotecante", "garante real", "constituyente de la hipoteca",
    "deudor y garante hipotecario", "garante(s) hipotecario(s)", "propietario/hipotecante",
    "los hipotecantes", "propietarios",
)
MORTGAGEE = (
    "acreedor hipotecario", "el acreedor hipotecario", "acreedora hipotecaria",
    "la acreedora hipotecaria", "a favor de", "acreedor", "acreedora", "el acreedor",
    "beneficiario", "el banco", "la cooperativa", "parte acreedora", "acreedor garantizado",
    "acreedor(a) hipotecario(a)", "beneficiario de la hipoteca", "entidad acreedora",
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
    "nombre", "nombres y apellidos", "nombre completo", "nombre y apellidos", "nombre y apellido",
    "apellidos y nombres",
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
    "identificado con dni", "identificada con dni", "tarjeta de identidad",
    "tarjeta de identidad no", "identidad", "identidad no", "identidad numero",
    "cedula nacional de identidad", "cedula nacional de identidad no",
    "cedula nacional de identidad numero", "cedula de identidad no", "cedula de identidad numero",
    "cedula de ciudadania no", "cedula de ciudadania numero", "cedula de identidad y electoral",
    "cedula numero", "doi", "d.o.i.", "documento oficial de identidad", "d.n.i", "d.n.i. no", "c.c",
    "c.i", "dni numero", "no. de dui", "registro federal de contribuyentes", "r.f.c.",
    "clave unica de registro de poblacion", "documento unico de identidad", "doc. ident.",
    "documento de identificacion", "dpi no", "codigo unico de identificacion", "cui", "ine",
    "credencial para votar", "clave de elector", "carne de extranjeria", "c.e.", "pasaporte",
    "no. identificacion", "no identificacion", "cedula/ruc", "ci/ruc", "cedula o ruc", "c.c. o nit",
    "c.c./nit", "r.u.n.", "run",
)
USCC = (
    "ruc", "r.u.c.", "ruc no", "nit", "n.i.t.", "cuit", "c.u.i.t.", "cif", "rut", "rnc", "r.n.c.",
    "rtn", "r.t.n.", "registro unico de contribuyente", "registro unico de contribuyentes",
    "registro unico de contribuyentes no", "r.u.t.", "rol unico tributario",
    "numero de identificacion tributaria", "identificacion tributaria", "c.i.f.", "c.i.f",
    "n.i.t. no", "nit no", "ruc numero", "cuit no", "rut no", "rif",
)
ADDRESS = (
    "domicilio", "direccion", "domicilio real", "direccion domiciliaria", "domicilio legal",
    "con domicilio en", "domiciliado en", "domiciliada en", "residente en",
    "direccion del domicilio", "direccion domicilio", "direccion del cliente", "direccion actual",
    "direccion del deudor", "direccion del prestatario", "domicilio particular", "domicilio fiscal",
    "lugar de residencia", "residencia", "direccion de domicilio", "domicilio actual",
    "direccion del negocio",
)
PHONE = (
    "telefono", "tel", "tel.", "celular", "telefono/celular", "no de telefono", "telefono celular",
    "movil", "telefonos", "tel. celular", "no. de celular", "numero de telefono",
    "numero de celular", "telf.", "telf", "fono", "tfno", "cel.", "cel", "movil/celular",
    "telefono movil", "no celular",
)
CONTRACT_NO = (
    "no de contrato", "numero de contrato", "contrato no", "contrato nro", "contrato nro.",
    "no contrato", "no de credito", "no de operacion", "numero de operacion", "operacion no",
    "credito no", "numero de credito", "contrato numero", "no de prestamo", "numero de prestamo",
    "prestamo no", "no credito", "nro. de contrato", "nro. de credito", "nro de credito",
    "contrato de prestamo no", "contrato de mutuo no", "codigo de credito",
    "contrato de credito no", "no operacion", "contrato de prestamo numero",
    "numero de contrato no", "prestamo numero", "no. contrato", "codigo de prestamo",
    "codigo del credito", "no. de prestamo", "no. de credito", "no. de operacion",
    "numero de operacion crediticia", "operacion de credito no", "operacion crediticia no",
    "no de pagare/credito", "codigo de operacion", "expediente no", "no. de cuenta del prestamo",
    "cuenta de prestamo", "no. credito", "contrato numero no", "no de operacion crediticia",
    "operacion", "folio", "numero del prestamo", "numero del credito", "no. del prestamo",
    "no del prestamo", "no del credito", "referencia", "no. de contrato",
)
MAIN_CONTRACT_NO = (
    "contrato principal no", "contrato de prestamo no", "no del contrato principal",
    "contrato garantizado no", "contrato de mutuo no", "contrato de credito no",
)
IOU_NO = (
    "pagare no", "pagare numero", "no de pagare", "numero de pagare", "pagare nro", "pagare nro.",
    "no. de pagare", "pagare no.", "folio", "letra no", "letra de cambio no",
    "no de letra", "no. pagare",
)
AMOUNT = (
    "monto del prestamo", "monto del credito", "monto", "importe", "importe del prestamo",
    "capital", "la suma de", "la cantidad de", "suma de", "monto total", "monto otorgado",
    "monto desembolsado", "monto aprobado", "monto autorizado", "valor del credito",
    "valor del prestamo", "cantidad prestada", "importe del credito", "capital prestado",
    "monto principal", "monto original", "monto del mutuo", "valor", "por", "importe principal",
    "bueno por", "monto de prestamo", "monto de credito", "monto del financiamiento",
    "valor prestado", "suma prestada", "importe solicitado y otorgado", "moneda e importe",
    "importe y moneda", "capital inicial", "cantidad", "cantidad otorgada", "monto prestado",
    "valor del mutuo", "cuantia del credito", "importe del mutuo", "importe concedido",
    "la cantidad", "monto a financiar", "capital del prestamo", "valor desembolsado",
    "valor aprobado", "monto del desembolso", "monto concedido", "importe total del credito",
    "importe nominal", "valor nominal", "cantidad recibida", "suma recibida",
    "monto de la operacion", "monto de operacion", "total del prestamo", "importe de la operacion",
    "bueno por la cantidad de",
)
CREDIT_LINE = (
    "linea de credito", "monto de la linea", "limite de credito", "cupo de credito",
    "limite de la linea", "cupo aprobado", "cupo", "linea aprobada", "monto maximo de la linea",
    "limite autorizado", "linea autorizada",
)
IN_WORDS = (
    "son guaranies", "son pesos", "son soles", "son lempiras", "son quetzales", "son dolares",
    "son bolivianos", "son colones", "son cordobas", "son euros",
    "en letras", "importe en letras", "monto en letras", "son", "monto en palabras",
    "cantidad en letras", "cantidad con letra", "importe con letra", "en letra",
    "valor en letras", "suma en letras", "monto en letra", "importe en letra",
)
PURPOSE = (
    "destino", "destino del credito", "destino del prestamo", "destino de los fondos", "finalidad",
    "objeto del credito", "destino declarado", "uso de los fondos", "destino del financiamiento",
    "destino del importe", "destino del prestamo/credito", "proposito", "proposito del credito",
    "proposito del prestamo", "objeto del prestamo", "uso del credito", "uso del prestamo",
    "plan de inversion", "destino de recursos", "destino de los recursos", "actividad a financiar",
    "destino economico", "rubro a financiar", "destino credito", "finalidad del prestamo",
    "finalidad del credito", "destino especifico", "inversion a financiar", "motivo del prestamo",
    "destino autorizado", "destino aprobado", "destino del recurso",
)
LOAN_TYPE = (
    "tipo de credito", "tipo de prestamo", "producto", "modalidad de credito", "linea de producto",
    "tipo de operacion", "tipo de producto", "modalidad del credito", "clase de credito",
    "producto de credito", "linea de credito/producto", "nombre del producto",
    "producto financiero", "nombre comercial del producto",
)
PERIOD = (
    "plazo", "plazo del credito", "plazo del prestamo", "vigencia", "plazo de pago", "plazo total",
    "plazo de prestamo", "plazo de credito", "plazo del contrato", "plazo (meses)",
    "plazo en meses", "plazo total del credito", "plazo de amortizacion", "plazo de la operacion",
    "plazo otorgado", "plazo concedido", "plazo para el pago", "plazo pactado", "duracion",
    "tiempo", "plazo (en meses)",
)
START = (
    "fecha de desembolso", "fecha de otorgamiento", "fecha de inicio", "fecha desembolso",
    "fecha del desembolso", "fecha de entrega", "fecha de concesion", "fecha de disposicion",
    "fecha de la disposicion", "fecha de abono", "fecha de inicio del credito", "fecha de prestamo",
    "fecha del prestamo", "fecha de liquidacion", "fecha inicial", "fecha de apertura",
    "fecha de inicio de vigencia", "inicio de vigencia", "fecha de otorgamiento del credito",
    "fecha otorgamiento", "fecha concesion", "fecha de credito", "fecha inicio", "desembolsado el",
    "fecha de alta", "inicio", "fecha de inicio de credito", "fecha de ministracion",
    "fecha ministracion", "fecha de la ministracion", "fecha de formalizacion",
)
END = (
    "vencimiento", "fecha de vencimiento", "vencimiento final", "fecha vencimiento",
    "fecha de vencimiento final", "fecha de ultimo pago", "ultimo vencimiento", "ultima cuota",
    "fecha final", "fecha de termino", "fecha ultima cuota", "fecha de la ultima cuota",
    "fecha de la ultima amortizacion", "vencimiento del prestamo", "vencimiento del credito",
    "fecha de vencimiento del credito", "fecha de vencimiento del prestamo",
    "vencimiento ultima cuota", "fecha limite del credito", "fin de vigencia",
    "fecha de cancelacion final", "fecha de vto", "f. vencimiento", "vto", "vto.",
)
RATE = (
    "tipo de interes", "tipo de interes nominal", "tipo de interes fijo", "tipo nominal",
    "tipo de interes nominal anual", "tasa de interes", "tasa", "tasa anual",
    "tasa de interes anual", "tasa efectiva anual", "tea", "tna", "tem", "tin", "tae", "interes",
    "interes anual", "tasa nominal anual", "tasa de interes compensatorio", "tasa mensual",
    "tasa efectiva mensual", "interes compensatorio", "intereses ordinarios", "interes ordinario",
    "interes remuneratorio", "tasa pactada", "tasa de interes corriente", "intereses corrientes",
    "tasa de interes ordinaria", "tasa ordinaria", "tasa efectiva", "tasa nominal",
    "tasa de interes nominal", "tasa de interes efectiva", "tasa de interes nominal anual",
    "tasa de interes efectiva anual", "tasa de interes mensual", "tasa de interes fija",
    "tasa fija", "tasa de interes ordinario", "tasa de interes ordinaria anual", "tasa activa",
    "tasa remuneratoria", "interes mensual", "interes nominal anual", "interes fijo",
    "tasa interes", "tipo deudor", "tasa de interes del credito", "tasa vigente",
    "tasa de interes anual fija", "tasa de interes (variable o fija)", "interes pactado",
    "tasa de interes pactada", "interes convencional", "tasa anual ordinaria",
    "tasa de interes compensatoria", "tasa compensatoria", "t.e.a.", "t.n.a.", "t.e.m.", "t.i.n.",
    "t.a.e.", "tna fija",
)
PENALTY_RATE = (
    "tasa moratoria", "interes moratorio", "interes punitorio", "tasa de interes moratorio",
    "tasa de mora", "intereses moratorios", "mora", "interes de mora", "tcea", "cat",
    "recargo por mora", "tasa de interes moratoria", "tasa de interes por mora", "interes por mora",
    "intereses de mora", "tasa de interes moratoria anual", "tasa de mora anual",
    "tasa moratoria anual", "tasa de interes de demora", "interes de demora", "intereses de demora",
    "interes penal", "tasa penal", "tasa de interes moratorio anual", "costo anual total",
    "costo anual total (cat)", "costo efectivo total", "cet", "cft", "c.f.t.", "comision",
    "comision por desembolso", "cobro de cancelacion anticipada", "seguro de desgravamen",
    "tasa de costo efectivo anual", "interes moratorio anual", "penalidad",
    "gastos de cobranza", "recargos por mora", "tasa seguro", "tasa de seguro",
    "tasa de costo efectivo",
)
GUARANTEE_METHOD = (
    "garantia", "tipo de garantia", "garantias", "forma de garantia", "tipo de garantias",
    "clase de garantia", "garantia ofrecida", "garantia otorgada", "garantia constituida",
    "garantias constituidas", "respaldo",
)
GUARANTEE_CONTRACT_NO = (
    "contrato de garantia no", "contrato de fianza no",
)
COLLATERAL = (
    "bien hipotecado", "inmueble hipotecado", "bien en garantia", "bienes en garantia",
    "descripcion del inmueble", "inmueble", "descripcion del bien", "bien dado en garantia",
    "bien prendado", "bienes prendados", "bien pignorado", "objeto de la garantia",
    "descripcion de la garantia", "bien gravado", "bienes gravados", "bien inmueble",
    "descripcion de los bienes", "bien mueble", "finca hipotecada", "detalle de la garantia",
    "vehiculo", "bienes dados en garantia", "bien", "garantia prendaria", "descripcion de bien",
)
COLLATERAL_VALUE = (
    "valor del inmueble", "valor de la garantia", "valor del bien", "valor comercial",
    "valor de realizacion", "valor estimado", "valor de garantia", "valor de la prenda",
    "valor asignado", "valor de los bienes", "valor comercial del bien",
)
APPRAISED_VALUE = (
    "avaluo", "valor de tasacion", "tasacion", "valor de avaluo", "valor tasado",
    "avaluo comercial", "valor del avaluo", "valor peritado", "valor de peritaje",
    "avaluo catastral", "valor segun avaluo", "valor de la tasacion", "valor de avaluo comercial",
    "monto del avaluo", "valor avaluo", "avaluo pericial", "valor pericial", "tasacion comercial",
    "valor de tasacion comercial",
)
SECURED_AMOUNT = (
    "prestamo garantizado", "credito garantizado", "obligacion garantizada", "deuda garantizada",
    "monto garantizado", "monto del gravamen", "monto de la hipoteca", "cuantia",
    "cuantia de la hipoteca", "hasta por la suma de", "monto de gravamen", "monto afectado",
    "responsabilidad hipotecaria", "valor de la hipoteca", "importe garantizado",
    "hasta la suma de", "valor del gravamen", "monto maximo garantizado", "valor del acto",
    "valor acto", "cuantia del acto", "monto de garantia", "monto de la garantia",
    "importe de la hipoteca", "capital garantizado", "monto hipotecado", "cuantia garantizada",
    "suma garantizada", "importe de la garantia", "monto de afectacion", "monto gravado",
    "limite de la hipoteca", "monto maximo de la hipoteca", "monto de constitucion",
    "valor hipoteca", "responsabilidad por principal", "capital del prestamo",
    "monto maximo del gravamen", "obligacion garantizada", "principal garantizado",
    "valor de la garantia hipotecaria",
)
MORTGAGE_TYPE = (
    "tipo de hipoteca", "clase de hipoteca", "grado", "tipo de gravamen",
)
LOCATION = (
    "ubicacion de los bienes", "ubicacion de la prenda", "lugar donde permaneceran los bienes",
    "ubicacion", "ubicado en", "ubicada en", "situado en", "situada en", "ubicacion del inmueble",
    "direccion del inmueble", "sito en", "sita en", "ubicacion del bien", "situacion",
    "ubicacion del predio", "ubicacion del lote", "ubicacion de la garantia",
    "direccion del predio", "direccion del bien", "lugar del inmueble", "localizacion",
    "domicilio del inmueble", "direccion inmueble", "ubicacion del bien inmueble",
    "ubicacion geografica",
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
    "folio real electronico", "partida", "finca numero", "folio electronico", "nro matricula",
    "no matricula", "nro. matricula", "matricula inmobiliaria numero", "folio real numero",
    "folio real electronico no", "partida electronica nro", "partida registral nro",
    "numero de partida", "asiento registral no", "inscripcion no", "numero de inscripcion",
    "finca no.", "numero de folio real", "no de finca", "folio real mercantil",
    "partida del registro", "no. de matricula", "clave registral", "matricula no.",
)
DEED_NO = (
    "escritura numero", "escritura no", "escritura publica no", "escritura publica numero",
    "numero de escritura", "escritura publica", "no de escritura", "instrumento numero",
    "instrumento no", "escritura nro", "escritura publica nro", "minuta no",
    "testimonio no", "numero de instrumento", "instrumento publico numero",
    "numero de la escritura", "escritura n", "instrumento publico no", "no. de escritura",
    "no. escritura", "escritura publica de hipoteca no", "protocolo no",
    "numero de protocolo", "protocolo numero", "no. de instrumento",
)
RIGHT = (
    "naturaleza del acto", "tipo de inscripcion", "gravamen", "acto inscrito", "acto",
    "derecho inscrito", "tipo de acto", "naturaleza juridica del acto", "especificacion",
    "tipo de gravamen", "tipo de derecho", "derecho real",
)
REGISTER_DATE = (
    "fecha de inscripcion", "fecha de registro", "inscrito el", "inscrita el", "fecha del asiento",
    "fecha de anotacion", "fecha inscripcion", "fecha de inscripcion del gravamen",
    "fecha de la inscripcion", "fecha de asiento", "fecha de presentacion e inscripcion",
    "fecha de la anotacion", "fecha anotacion", "inscrita con fecha",
    "fecha de inscripcion registral", "fecha de registro del gravamen",
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
    "fecha de giro", "lugar y fecha de giro", "fecha de otorgamiento del contrato",
    "fecha de expedicion", "lugar y fecha de expedicion", "fecha de formalizacion",
    "fecha de la firma", "fecha de instrumento", "fecha del documento",
    "fecha de suscripcion del contrato", "fecha de emision del pagare", "otorgada el",
    "otorgado el",
)
SIGN_PLACE = (
    "lugar de firma", "lugar de emision", "lugar de suscripcion", "lugar de giro", "lugar",
    "lugar de expedicion", "lugar de otorgamiento", "lugar de celebracion", "ciudad",
)
LOAN_OFFICER = (
    "asesor de credito", "asesor de creditos", "oficial de creditos", "oficial de credito",
    "analista de credito", "asesor", "ejecutivo", "analista", "oficial de negocios", "promotor",
    "ejecutivo de credito", "asesor de negocios", "asesor comercial", "ejecutivo de cuenta",
    "ejecutivo de negocios", "gestor de credito", "gestor de cobranza", "gestor",
    "oficial de cuenta", "analista de creditos", "analista responsable", "asesor responsable",
    "promotor de credito", "asesor asignado", "oficial responsable", "ejecutivo responsable",
)
INSPECT_DATE = (
    "fecha de visita", "fecha de la visita", "fecha de inspeccion", "fecha de la inspeccion",
    "fecha visita", "visita realizada el", "fecha de seguimiento", "fecha de verificacion",
    "fecha de supervision", "fecha visita de campo",
    "fecha de la visita de seguimiento", "fecha de monitoreo", "fecha de la verificacion",
    "dia de la visita", "fecha de visita actual", "fecha de la presente visita",
    "fecha y hora de visita", "fecha y hora de la visita", "fecha de la supervision",
    "fecha de campo", "fecha de visita de campo",
)
LAST_INSPECT_DATE = (
    "fecha de ultima visita", "ultima visita", "visita anterior", "fecha de la visita anterior",
    "fecha de la ultima visita", "fecha ultima visita", "fecha de visita anterior",
    "ultima inspeccion", "fecha de ultima inspeccion", "fecha de la ultima inspeccion",
    "fecha de la inspeccion anterior", "fecha anterior visita",
)
REPORT_DATE = (
    "fecha del informe", "fecha de informe", "fecha de elaboracion", "fecha del reporte",
    "fecha de reporte", "fecha de emision",
)
INSPECT_METHOD = (
    "modalidad de visita", "tipo de visita", "forma de visita", "modalidad",
    "medio de verificacion", "tipo de seguimiento", "modalidad de la visita", "tipo de supervision",
    "tipo de verificacion", "forma de contacto",
)
INSPECTOR = (
    "inspector", "asesor de credito", "asesor de creditos", "oficial de creditos",
    "oficial de credito", "realizado por", "elaborado por", "elaboro", "visitado por", "analista",
    "asesor", "analista de credito", "responsable de la visita", "inspeccionado por",
    "oficial responsable", "verificado por", "promotor", "oficial", "visita realizada por",
    "asesor de negocios", "ejecutivo de negocios", "ejecutivo de credito", "ejecutivo",
    "gestor de credito", "nombre del asesor", "nombre del oficial", "nombre del inspector",
    "funcionario que realiza la visita", "funcionario responsable", "funcionario", "visitador",
    "supervisor de campo", "tecnico", "tecnico responsable", "nombre del analista",
    "asesor que realiza la visita", "oficial de negocios", "encargado de la visita",
    "visita efectuada por", "asesor comercial", "elaborada por", "oficial de cuenta",
    "efectuado por", "nombre del asesor de credito", "visito", "realizo la visita", "realizo",
    "inspecciono", "superviso",
)
REVIEWER = (
    "revisado por", "supervisor", "vo.bo.", "jefe de credito", "visto bueno", "aprobado por",
    "jefe de creditos", "jefe de agencia", "v.b.", "gerente de agencia", "v.b. administrador",
    "administrador", "vobo", "vo bo", "v.o b.o", "voobo", "jefe inmediato", "vobo gerente",
    "jefe de operaciones", "revisor", "coordinador", "coordinador de credito", "jefe de oficina",
    "administrador de agencia", "supervisado por", "v.b. jefe de creditos", "vo.bo. gerente",
    "vobo. gerente", "vo. bo. gerente", "vo.bo. jefe de credito",
)
BALANCE = (
    "saldo", "saldo capital", "saldo actual", "saldo de capital", "saldo pendiente", "saldo deudor",
    "saldo adeudado", "saldo insoluto", "capital adeudado", "saldo del credito", "saldo vigente",
    "saldo a la fecha", "deuda de capital", "saldo de la deuda", "saldo a capital",
    "saldo de capital adeudado", "saldo del prestamo", "saldo de prestamo", "saldo total",
    "saldo por pagar", "saldo total adeudado", "saldo de deuda", "monto adeudado",
    "capital pendiente", "deuda capital", "saldo de cartera", "capital insoluto",
    "saldo insoluto de capital", "deuda actual", "total capital", "saldo actual del credito",
    "saldo principal", "principal adeudado", "saldo de principal", "capital exigible",
    "saldo total de capital", "saldo capital total", "saldo de capital total",
)
INTEREST_ARREARS = (
    "intereses vencidos", "interes vencido", "intereses adeudados", "intereses pendientes",
    "interes adeudado", "intereses en mora", "intereses devengados", "intereses atrasados",
    "interes pendiente", "intereses", "intereses ordinarios vencidos",
    "interes moratorio adeudado", "intereses corrientes adeudados",
    "total intereses", "intereses por pagar", "intereses acumulados",
    "interes compensatorio vencido", "intereses devengados y no pagados", "interes acumulado",
)
DAYS_PAST_DUE = (
    "dias de atraso", "dias de mora", "dias en mora", "dias atraso", "dias mora", "dias vencidos",
    "atraso", "dias de vencido", "numero de dias de atraso", "no de dias de atraso",
    "no. dias de atraso", "dias de atraso a la fecha", "dias atrasados", "dias impago",
    "dias de impago", "dias vencido", "dias de morosidad",
)
CLASSIFICATION = (
    "calificacion", "clasificacion", "clasificacion de riesgo", "categoria de riesgo",
    "calificacion de riesgo", "clasificacion del credito", "calificacion sbs", "categoria",
    "clasificacion del deudor", "clasificacion actual", "calificacion del credito",
    "calificacion propuesta", "calificacion sugerida", "clasificacion propuesta",
    "clasificacion sugerida", "calificacion de cartera", "clasificacion de cartera",
    "calificacion actual", "categoria del deudor", "categoria actual", "calificacion del deudor",
    "clasificacion sbs", "clasificacion final", "calificacion final", "calificacion recomendada",
    "clasificacion recomendada", "calificacion asignada", "clasificacion asignada",
    "categoria asignada", "nueva clasificacion", "estado de la cartera", "calificacion del cliente",
    "clasificacion del cliente", "categoria de riesgo propuesta", "categoria propuesta",
    "categoria de riesgo asignada", "clasificacion crediticia", "calificacion crediticia",
)
PREVIOUS_CLASSIFICATION = (
    "calificacion anterior", "clasificacion anterior", "categoria anterior", "calificacion previa",
    "clasificacion previa", "calificacion del mes anterior", "clasificacion del periodo anterior",
)
USE_MATCHES = (
    "destino verificado", "uso conforme al contrato", "cumple destino", "destino conforme",
    "el destino coincide", "uso conforme", "destino conforme al contrato", "se verifico el destino",
    "el credito fue usado en el destino declarado", "uso del credito segun destino",
    "el destino es conforme", "se cumplio con el destino", "cumplimiento del destino",
    "destino cumplido", "se uso el credito segun destino", "uso adecuado del credito",
    "los recursos se destinaron a lo solicitado", "utilizo el credito segun lo acordado",
    "se utilizo el credito en el destino aprobado",
    "invirtio segun destino", "uso segun contrato",
)
RISK_SIGNALS = (
    "senales de riesgo", "alertas", "senales de alerta", "factores de riesgo",
    "riesgos identificados",
)
PROBLEMS = (
    "problemas", "problemas detectados", "observaciones", "irregularidades", "hallazgos",
    "problemas identificados", "problemas encontrados", "problemas observados", "deficiencias",
    "deficiencias encontradas", "irregularidades detectadas", "irregularidades observadas",
    "situaciones detectadas", "problemas o dificultades", "dificultades", "novedades",
    "observaciones de la visita", "hallazgos de la visita", "hallazgos principales",
)
CONCLUSION = (
    "concepto del visitador", "concepto del evaluador", "concepto tecnico", "dictamen",
    "conclusion", "conclusiones", "opinion del asesor", "opinion", "recomendacion",
    "resultado de la visita", "conclusiones y recomendaciones", "comentarios del asesor",
    "conclusion de la visita", "conclusion final", "opinion del oficial", "opinion del analista",
    "opinion final", "opinion tecnica", "comentario del asesor",
    "comentarios finales", "evaluacion final", "dictamen", "dictamen final",
    "conclusion y recomendacion", "comentario final",
)
MEASURE = (
    "compromisos", "acciones", "acciones a tomar", "medidas", "recomendaciones",
    "compromiso del cliente", "compromisos del cliente", "acuerdos", "plan de accion",
    "medidas propuestas", "compromiso", "medidas a tomar", "acciones propuestas",
    "acciones acordadas", "compromisos asumidos", "compromiso asumido", "acuerdos y compromisos",
    "compromisos de pago", "medidas correctivas", "medida a adoptar", "medidas a adoptar",
    "recomendaciones del asesor", "accion a seguir", "acciones a seguir", "accion recomendada",
    "acciones recomendadas", "compromiso de pago", "acciones correctivas",
    "plan de accion propuesto", "accion propuesta", "acciones de cobranza",
)
RECTIFY_BY = (
    "plazo de regularizacion", "fecha de compromiso", "fecha limite", "plazo para regularizar",
    "fecha de cumplimiento", "fecha del compromiso", "fecha limite de cumplimiento",
    "plazo de cumplimiento", "fecha de regularizacion", "fecha compromiso",
    "fecha compromiso de pago", "fecha de compromiso de pago",
)
NOTICE_NO = (
    "oficio",
    "notificacion no", "no de notificacion", "carta no", "carta notarial no", "aviso no",
    "notificacion nro", "requerimiento no", "numero de notificacion", "no de aviso",
    "aviso de cobro no", "carta de cobranza no", "oficio no", "no. de carta", "no. de notificacion",
    "requerimiento de pago no", "numero de aviso", "notificacion de cobranza no",
    "codigo de notificacion", "carta nro", "aviso de cobranza no", "referencia no",
    "no. de oficio",
)
NOTICE_DATE = (
    "fecha", "fecha de notificacion", "lugar y fecha", "fecha de emision", "fecha de la carta",
    "fecha del aviso", "fecha del requerimiento", "fecha carta", "fecha de envio",
    "fecha de emision de la carta",
)
ADDRESSEE = (
    "senor(a)", "deudor", "cliente", "sr(a).", "estimado senor", "estimado(a) senor(a)",
)
PAY_BY = (
    "fecha limite de pago", "pagar antes del", "a mas tardar el", "plazo maximo de pago",
    "fecha maxima de pago", "fecha limite", "fecha limite para pagar", "fecha limite para el pago",
    "plazo para pagar", "pague antes del", "fecha tope de pago", "plazo limite",
    "fecha limite para regularizar", "vence el plazo el", "fecha maxima para regularizar",
    "plazo para regularizar hasta",
)
WARNING_LEVEL = (
    "nivel de alerta", "nivel de riesgo", "semaforo", "nivel de la alerta",
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
    "numero de socio", "cliente numero", "no de cliente", "codigo de cliente", "codigo del cliente",
    "cantidad de cuotas", "monto de las cuotas", "monto de cuota", "monto de la cuota",
    "valor cuota", "cuota mensual", "comision por desembolso", "seguro", "tipo de visita",
    "observacion", "fecha de impresion", "fecha de ingreso", "fecha de solicitud",
    "fecha de aprobacion", "fecha de vencimiento del dni", "plan de pagos", "periodo de gracia",
    "gracia", "total de cuotas", "frecuencia", "cuota estimada", "total a pagar",
    "monto total a pagar", "primera cuota", "fecha primera cuota", "fecha del primer pago",
    "fecha de primer pago", "fecha de pago", "dia de pago", "medio de pago", "clase", "marca",
    "modelo", "linea", "color", "motor", "placa", "placas", "serie", "chasis", "tipo de servicio",
    "destino verificado", "kardex", "kardex no", "ingresos", "ingreso mensual", "gastos",
    "patrimonio", "ventas", "numero de hijos", "cargas familiares", "lugar de nacimiento",
    "gerente", "aprobado", "resultado", "comentarios", "v.b.", "acepto", "acepto(amos)",
    "telefono del negocio", "direccion de cobro", "lugar de pago", "codigo postal", "c.p.",
    "colonia", "poblacion", "estado", "barrio", "comunidad", "caserio", "ciiu",
    "actividad economica", "rubro", "giro del negocio", "giro", "antiguedad", "experiencia",
    "capital vencido", "monto de capital vencido", "cuil", "c.u.i.l.",
)
