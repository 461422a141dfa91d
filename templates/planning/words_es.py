"""What plans say in Spanish. {name} is a figure or a text; {blank} is for a person to fill."""

_THREE = (
    "Al cierre de cada mes se lista lo que vence el mes siguiente y se avisa con un mes de "
    "anticipación a la oficina y al oficial. Cada crédito sigue uno de tres caminos: quien puede "
    "pagar, asegura los fondos; quien tiene una dificultad pasajera y reúne los requisitos, "
    "presenta a tiempo la prórroga o la refinanciación; en los demás se aclara la causa, se nombra "
    "al responsable y se fijan las medidas de cobro antes del vencimiento."
)

WORDS = {
    "stands": "Al {day} la cartera suma {loans:crédito|créditos} por {balance}, de "
    "{households:hogar|hogares}.",
    "quality": "De ellos están en mora {count:crédito|créditos} por {bad}; índice de morosidad "
    "{ratio}; saldo vencido {overdue}.",
    "no_bad": "No hay cartera en mora (saldo {bad}); saldo vencido {overdue}.",
    "arrears": "Los intereses en atraso suman {arrears}.",
    "not_compared": "No hay registros completos del año anterior y no se compara. Evolución y "
    "causas: {blank}.",
    "grown": "Frente al cierre anterior el saldo creció {size:~miles de yuanes} ({pace:~})",
    "shrunk": "Frente al cierre anterior el saldo bajó {size:~miles de yuanes} ({pace:~})",
    "ratio_up": "y la morosidad subió {points:~puntos porcentuales}.",
    "ratio_down": "y la morosidad bajó {points:~puntos porcentuales}.",
    "ratio_same": "y la morosidad se mantuvo en {ratio}.",
    "strained": "La cartera crece y su calidad empeora: en {year} contener la mora nueva y cobrar "
    "la existente va antes que crecer.",
    "both_good": "Volumen y calidad mejoran: en {year} se sigue atendiendo la demanda sana sin "
    "ceder en calidad.",
    "both_bad": "La cartera se reduce y empeora: en {year} lo primero es sostener el saldo y bajar "
    "la mora.",
    "sounder": "La calidad mejora pero falta colocación: en {year} se recupera la colocación con "
    "el riesgo bajo control.",
    "left": "De {last} queda pendiente para {year}: {listed}.",
    "left_visits": "{missed:visita no realizada, que se hace|visitas no realizadas, que se hacen} "
    "en el primer trimestre",
    "left_due": "{unpaid} de capital vencido sin cobrar (recuperación {rate}), crédito por crédito",
    "left_interest": "{interest} de intereses sin cobrar, hogar por hogar",
    "left_notices": "{notices:regularización abierta|regularizaciones abiertas}, hasta cerrarlas",
    "left_files": "{files:hogar sin papeles archivados|hogares sin papeles archivados}, cuyo "
    "expediente se forma en el primer semestre",
    "nothing_left": "De {last} no queda pendiente, según los registros, cobro, visita ni "
    "regularización; en {year} se sigue al día.",
    "guided": "Exigencias de la dirección y orientación del año: {blank}{blank}.",
    "aim_granted_more": "El plan de {year} prevé otorgar {plan}, {more:~miles de yuanes} más que "
    "lo otorgado en {last} ({done}).",
    "aim_granted_less": "El plan de {year} prevé otorgar {plan}, {more:~miles de yuanes} menos que "
    "lo otorgado en {last} ({done}).",
    "aim_balance_more": "El saldo debe llegar a {plan}, {more:~miles de yuanes} más que al inicio.",
    "aim_balance_less": "El saldo se limita a {plan}, {more:~miles de yuanes} menos que al inicio.",
    "aim_npl_recovered_sum": "Deben recuperarse {target} de la cartera en mora.",
    "aim_npl_balance": "El saldo en mora no pasa de {target} al cierre.",
    "aim_npl_ratio": "La morosidad no pasa de {target} al cierre.",
    "aim_due_recovery_rate": "Al vencimiento se recupera al menos el {target}.",
    "aim_interest_collection_rate": "De los intereses se cobra al menos el {target}.",
    "aim_bad": "Las metas de cobro de mora de los oficiales suman {bad}.",
    "aims_rest": "Las demás metas del cuadro 1 las fija quien aprueba el plan.",
    "aims_blank": "No hay plan de {year} registrado; las metas del cuadro 1 las fija quien lo "
    "aprueba: otorgar {blank} miles de yuanes, saldo final {blank} miles de yuanes, morosidad "
    "máxima {blank} %.",
    "due": "Con los saldos al inicio, en {year} vencen {count:crédito|créditos} por {due}, el "
    "{part} de la cartera.",
    "heavy": "Los meses más cargados son {months}, con {sum}, el {part} del año.",
    "heavy_one": "Todo se concentra en {months}: {sum}, el {part} del año.",
    "due_unit": "La oficina con más vencimientos es {unit}, {sum}.",
    "due_officer": "El oficial con más vencimientos es {officer}, {sum}; el departamento lo "
    "acompaña desde antes.",
    "no_due": "Con los saldos al inicio, en {year} no vence ningún crédito ({due}); los de corto "
    "plazo que se otorguen se revisan también un mes antes.",
    "three_ways": _THREE,
    "bad_none": "No hay cartera en mora (saldo {bad}). La vigilancia se adelanta a la categoría de "
    "atención: {count:crédito|créditos} por {balance}. Mora nueva máxima: {blank} miles de yuanes.",
    "bad_stands": "Al inicio están en mora {count:crédito|créditos} por {bad}; la mayor parte es de "
    "categoría {worst}: {balance}, el {part}.",
    "bad_unit": "La oficina con más mora es {unit}: {bad}, el {part}.",
    "bad_officer": "El oficial con más mora es {officer}: {bad}.",
    "no_categories": "Ninguno de los {count:crédito|créditos} en mora tiene fijada su vía (cobro, "
    "demanda, reactivación, preservación, dación, castigo); se fija en el primer trimestre, con un "
    "plan por hogar.",
    "category": "{name} {count:crédito|créditos}, {sum}",
    "categories": "Por vía de recuperación: {listed}.",
    "categories_rest": "Quedan {count:crédito|créditos} por {sum} sin vía; se fija en el primer "
    "trimestre.",
    "categories_all": "Todos tienen su vía; cada plan se revisa una vez al mes.",
    "bad_court": "Hay {cases:caso|casos} en juicio o ejecución: cada uno con responsable y con sus "
    "plazos a la vista.",
    "bad_collected": "En {last} se cobraron {sum} de capital en mora.",
    "bad_not_collected": "En {last} no consta cobro de capital en mora ({sum}).",
    "bad_aim": "La meta de {year} suma {sum}, repartida por persona y mes.",
    "bad_aim_office": "La meta de cobro de mora de {year} es de {sum}, repartida por persona y mes.",
    "bad_aim_blank": "Meta de {year}: en efectivo {blank}, por vía judicial {blank}, otras vías "
    "{blank} miles de yuanes.",
    "visits": "Por los plazos vigentes, {year} pide {visits:visita|visitas} de seguimiento.",
    "visits_most": "El mes más cargado es {month}: {visits:visita|visitas}.",
    "visits_kept": "En {last} se hicieron a tiempo las {due:visita debida|visitas debidas}; así se "
    "sigue.",
    "visits_unknown": "De {last} no constan visitas debidas ({due}); desde enero se anotan y "
    "comprueban cada mes.",
    "visits_missed": "En {last} faltaron {missed:visita|visitas} (cumplimiento {rate}),",
    "visits_whose": "la mayoría, {missed}, de la cartera de {officer};",
    "visits_made_good": "se hacen en el primer trimestre y desde entonces las de cada mes en su "
    "mes. La primera visita es en el lugar, dentro del mes del desembolso y con prueba del destino.",
    "watch_mention": "Hay {count:crédito|créditos} en atención por {sum}, el {part} de la cartera: "
    "vigilancia hogar por hogar y cambio de categoría ante la primera señal.",
    "watch_product": "Por producto, {product} concentra el atraso: {sum}, el {part} del total. Se "
    "endurece su otorgamiento y se revisa la cartera viva.",
    "watch_officer": "Por persona, el mayor atraso es de {officer}: {sum}; informa cada mes al "
    "departamento.",
    "watch_nothing": "Al inicio no hay créditos en atención ni vencidos: lo importante es avisar y "
    "visitar a tiempo.",
    "note_first": "Visitas atrasadas, cartas de compromiso, clasificación de cierre",
    "note_quarter": "Clasificación del trimestre, conciliación de saldos",
    "note_half": "Clasificación del trimestre, análisis semestral, conciliación",
    "note_last": "Vencimientos del año siguiente, evaluación anual",
    "note_heavy": "Muchos vencimientos: preparar un mes antes",
    "note_no_due": "Sin vencimientos: visitas y cobro",
    "note_visits": "Mes con más visitas",
    "note_plain": "Avisos y visitas del mes",
    "m_manager": "Responsables. Cada hogar tiene un solo oficial y un analista de riesgos; cada uno "
    "firma su carta de compromiso.",
    "m_manager_lacks": "{count:hogar no tiene|hogares no tienen} un oficial único; se nombra en el "
    "primer trimestre.",
    "m_manager_all": "Todos los hogares tienen oficial; quien se va entrega antes.",
    "m_left": "Quedan {count:crédito|créditos} de oficiales cesados por entregar.",
    "m_tiers": "Niveles. Por lo que deben: {large:hogar grande|hogares grandes}, "
    "{middle:mediano|medianos} y {small:pequeño|pequeños}; a cargo de {blank}.",
    "m_reassign": "{count:hogar cambió|hogares cambiaron} de nivel o categoría y se reasignan ya.",
    "m_classes": "Clasificación. Datos y propuesta cada mes, decisión colegiada cada trimestre; "
    "quien baja de categoría tiene propuesta de acción en el mes.",
    "m_unclassed": "Falta clasificar {count:hogar|hogares}; primer trimestre.",
    "m_warnings": "Alertas. Se registran el mismo día en su formulario y solo se levantan cuando la "
    "causa está resuelta.",
    "m_warnings_open": "Al inicio hay {count:alerta abierta|alertas abiertas}, cada una con plazo.",
    "m_scores": "Inspección y evaluación. Puntaje sobre cien, evaluación mensual y pago trimestral; "
    "quien desaprueba recibe aviso de regularización y sanción.",
    "m_scores_failed": "En {last} hubo {sheets:ficha|fichas} y {failed:desaprobada|desaprobadas}; "
    "esas oficinas se inspeccionan más.",
    "m_scores_passed": "En {last} hubo {sheets:ficha|fichas} y ninguna oficina desaprobó.",
    "m_scores_none": "En {last} no constan fichas; en {year} se evalúa a todas las oficinas cada "
    "trimestre.",
    "m_notices": "Regularizaciones abiertas: {open}; vencidas: {overdue}.",
    "m_files": "Expedientes. Uno por hogar, en un solo lugar y con un responsable; antes de una "
    "entrega se completan.",
    "m_files_lack": "{count:hogar con saldo no tiene|hogares con saldo no tienen} papeles; se forman "
    "en el primer semestre.",
    "m_staff": "Personal. Capacitaciones previstas: {blank}; temas: {blank}.",
    "m_staff_done": "Personal. En {last} hubo {count:capacitación|capacitaciones}; para {year}: "
    "{blank}; temas: {blank}.",
    "demands_1": "Reparto. En diez días cada oficina reparte metas y tareas por persona y mes y lo "
    "comunica al departamento.",
    "demands_2": "Control mensual. Cada cierre de mes se compara con el calendario; lo no cumplido "
    "lleva causa y fecha.",
    "demands_3": "Incentivos y sanciones: {blank}{blank}. Quien no visita o no cobra y causa "
    "pérdida, responde.",
}
