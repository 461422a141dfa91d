"""The words of summaries in Spanish: which pattern stands is decided elsewhere, by the figures.

{name} is a figure or a phrase; after a colon stand the words that follow the number, one|many.
"""

from __future__ import annotations

PATTERNS = {
    # The period and what it is compared with.
    "span.year": "En el año", "span.year.running": "En lo que va del año",
    "span.half1": "En el primer semestre", "span.half2": "En el segundo semestre",
    "span.quarter1": "En el primer trimestre", "span.quarter2": "En el segundo trimestre",
    "span.quarter3": "En el tercer trimestre", "span.quarter4": "En el cuarto trimestre",
    "since.year": "frente al cierre del año anterior",
    "since.half1": "frente al cierre del año anterior", "since.half2": "frente a fines de junio",
    "since.quarter1": "frente al cierre del año anterior",
    "since.quarter2": "frente al cierre del trimestre anterior",
    "since.quarter3": "frente al cierre del trimestre anterior",
    "since.quarter4": "frente al cierre del trimestre anterior",
    "than.year": "frente al año anterior",
    "than.year.running": "frente a igual período del año anterior",
    "than.half": "frente a igual período del año anterior",
    "than.quarter": "frente a igual período del año anterior",
    "this.year": "en el año", "this.half1": "en el semestre", "this.half2": "en el semestre",
    "this.quarter1": "en el trimestre", "this.quarter2": "en el trimestre",
    "this.quarter3": "en el trimestre", "this.quarter4": "en el trimestre",
    "next.year": "{year}", "next.half1": "el segundo semestre",
    "next.half2": "el primer semestre de {year}", "next.quarter1": "el segundo trimestre",
    "next.quarter2": "el tercer trimestre", "next.quarter3": "el cuarto trimestre",
    "next.quarter4": "el primer trimestre de {year}",
    "stop": ".",
    # How a figure moved.
    "moved.same": "sin variación", "moved.manifold": "subió {d:~} (antes, {was})",
    "moved.from_nothing": "subió {d:~}", "moved.to_nothing": "bajó {d:~}, hasta cero",
    "moved.steady_up": "se mantuvo casi igual (+{d:~})",
    "moved.steady_down": "se mantuvo casi igual (-{d:~})",
    "moved.up": "subió {d:~} ({g:~})", "moved.fast": "creció con fuerza {d:~} ({g:~})",
    "moved.sharp": "aumentó de forma marcada {d:~} ({g:~})", "moved.down": "bajó {d:~} ({g:~})",
    "moved.fast_down": "bajó con fuerza {d:~} ({g:~})",
    "moved.sharp_down": "cayó {d:~} ({g:~})", "moved.points_same": "casi sin variación",
    "moved.points_up": "subió {d:~punto porcentual|puntos porcentuales}",
    "moved.points_down": "bajó {d:~punto porcentual|puntos porcentuales}",
    # Names with their figures.
    "item": "{name} ({figure})", "item.more": "{name} (+{figure:~})",
    "item.less": "{name} (-{figure:~})", "item.short": "{name} (faltaron {figure:~})",
    "item.times": "{name} ({figure:visita|visitas})",
    # Overview.
    "overview.scale": "Al {day} la cartera sumaba {count:crédito|créditos} de "
    "{households:hogar o cliente|hogares y clientes}, con un saldo de {balance}{moved}.",
    "overview.scale_moved": "; {moved} {since}", "overview.balance_moved": "; el saldo {moved} {since}",
    "overview.quality": "La cartera en mora era de {count:crédito|créditos} y {balance}, con un "
    "índice de morosidad de {ratio}{moved}.",
    "overview.ratio_moved": ", que {moved} {since}",
    "overview.no_npl": "No había cartera en mora.",
    "verdict.up.better": "En conjunto, {scale} y mejoró su calidad.",
    "verdict.up.kept": "En conjunto, {scale} y conservó su calidad.",
    "verdict.up.worse": "En conjunto, {scale}, pero la morosidad subió: hay que endurecer el "
    "otorgamiento y el seguimiento.",
    "verdict.down.better": "En conjunto, {scale} y la morosidad bajó: el reto es volver a colocar "
    "crédito sano.",
    "verdict.down.kept": "En conjunto, {scale} sin que subiera la morosidad: el reto es volver a "
    "colocar crédito sano.",
    "verdict.down.worse": "En conjunto, {scale} y la morosidad subió: la recuperación pasa al primer "
    "lugar.",
    "verdict.scale.fast": "la cartera creció con fuerza",
    "verdict.scale.up": "la cartera creció de forma moderada",
    "verdict.scale.steady": "la cartera se mantuvo estable",
    "verdict.scale.down": "la cartera se redujo",
    # Business.
    "business.granted": "{span} se otorgaron {count:crédito|créditos} por {amount}{moved}; se "
    "recuperó capital por {recovered} en {receipts:cobro|cobros}{back}.",
    "business.moved": "; el monto {moved} {than}",
    "plan.met": "El plan de colocación del año era de {planned} y se cumplió al {percent}.",
    "plan.missed": "El plan de colocación del año era de {planned} y se cumplió al {percent}: "
    "faltaron {gap}.",
    "plan.to_date.ahead": "Del plan anual de colocación, {planned}, se lleva cumplido el {percent}: "
    "por delante del calendario.",
    "plan.to_date.behind": "Del plan anual de colocación, {planned}, se lleva cumplido el {percent}: "
    "por detrás del calendario.",
    "plan.unknown": "Plan de colocación del año: {blank} miles de yuanes, cumplido al {blank} % (el "
    "registro no contiene el plan).",
    "plan.products_over": "Cumplieron su plan: {names}.",
    "products.leading": "Por producto, el de mayor colocación fue {first}: {amount}, {part} del "
    "total; le siguió {second}, con {other} ({rest}).",
    "products.both": "El saldo creció sobre todo en {grown} y se redujo en {shrunk}.",
    "products.grown": "El saldo creció sobre todo en {grown}; ningún producto se redujo de forma "
    "apreciable.",
    "products.shrunk": "El saldo se redujo en {shrunk}; ningún producto creció de forma apreciable.",
    "security.main": "Por garantía, la principal es «{name}»: {balance}, {part} del saldo",
    "security.same_moved": "; su peso {moved} {since}.",
    "security.other_moved": "; lo que más cambió es el peso de «{name}», que {moved} {since}.",
    "units.lent": "Por oficina, la de mayor colocación fue {name}: {amount}, {part} del total.",
    "units.grown": "La que más hizo crecer su saldo fue {name}: {step:~}.",
    "units.fallen": "Bajó el saldo de {names}.",
    "concentration": "El mayor deudor debe {one}, {part} del saldo; los diez mayores, {ten} ({rest}).",
    # Quality.
    "new_bad.none": "Ningún crédito entró en mora {this}.",
    "new_bad.some": "Nueva cartera en mora {this}: {count:crédito|créditos} por {amount}{moved}.",
    "new_bad.again": "De nuevo entró cartera en mora {this}: {count:crédito|créditos} por "
    "{amount}{moved}.",
    "new_bad.products": "Por producto: {names}.", "new_bad.one_product": "Todos de {name}.",
    "new_bad.one_village": "Todos de {name}.",
    "new_bad.village": "De ella, {amount} en {name}, {part} del total.",
    "bad.moved": "El saldo en mora {moved} {since}.",
    "bad.target_kept": "La morosidad se mantuvo dentro del límite del año ({target}).",
    "bad.target_exceeded": "La morosidad superó el límite del año ({target}) en "
    "{gap:~punto porcentual|puntos porcentuales}.",
    "classes.both": "De los créditos que venían de antes, bajaron de categoría {down} y subieron {up}.",
    "classes.down": "De los créditos que venían de antes, bajaron de categoría {down} y ninguno subió.",
    "classes.up": "De los créditos que venían de antes, subieron de categoría {up} y ninguno bajó.",
    "overdue.none": "No había créditos vencidos.",
    "overdue": "La cartera vencida era de {balance}, {ratio} del saldo{moved}.",
    # Income.
    "interest": "{span} los intereses exigibles fueron {due} y los cobrados, {received}: tasa de "
    "cobro del {rate}{moved}.",
    "interest.moved": ", que {moved} {than}",
    "interest.unknown": "Intereses exigibles: {blank} miles de yuanes; cobrados: {blank} miles de "
    "yuanes; tasa de cobro: {blank} %.",
    "target.reached": "Se alcanzó la meta del año ({target}).",
    "target.missed": "Faltaron {gap:punto|puntos} para la meta del año ({target}).",
    "arrears": "Intereses en atraso al cierre: {balance}{moved}.",
    "accounts": "Ingresos {income}, gastos {expense}, utilidad {profit}; saldo de depósitos "
    "{blank} miles de yuanes.",
    "accounts.unknown": "Ingresos {blank}, gastos {blank}, utilidad {blank} y saldo de depósitos "
    "{blank} miles de yuanes (datos de contabilidad).",
    # Work done.
    "inspections.head": "Seguimiento.",
    "inspections.unknown": "Visitas previstas y hechas: {blank}.",
    "inspections.all": "Se hicieron todas las visitas debidas: {done} de {due}.",
    "inspections.some": "De {due:visita debida|visitas debidas} se hicieron a tiempo {done} "
    "({rate}{moved}).",
    "inspections.who_all": "Las hicieron todas: {names}.",
    "inspections.many_all": "Las hicieron todas {number:oficial|oficiales}.",
    "due.head": "Vencimientos.", "due.none": "Nada vencía {this}.",
    "due": "Vencía {this} capital por {due} y se cobraron {recovered}: tasa de recuperación del "
    "{rate}",
    "due.target_reached": ", dentro de la meta ({target}).",
    "due.target_missed": ", por debajo de la meta ({target}).",
    "due.extended": "Se prorrogaron {amount}.", "due.refinanced": "Se refinanciaron {amount}.",
    "collecting.head": "Cobranza.",
    "collecting.contacts": "Se anotaron {number:gestión|gestiones} de cobro: {names}.",
    "contacts.visit": "{figure:visita|visitas}", "contacts.phone": "{figure:llamada|llamadas}",
    "contacts.letter": "{figure:carta|cartas}", "contacts.message": "{figure:mensaje|mensajes}",
    "contacts.legal": "{figure:gestión legal|gestiones legales}",
    "collecting.one_way": "De la cartera en mora se recuperó o resolvió capital por {amount}, todo "
    "por una vía: {way}.",
    "collecting.ways": "De la cartera en mora se recuperó o resolvió capital por {amount}: {names}.",
    "collecting.target_reached": "Se cumplió el plan de recuperación del año ({target}).",
    "collecting.target_missed": "Es el {part} del plan de recuperación del año ({target}), que no "
    "se cumplió.",
    "collecting.target_so_far": "Equivale al {part} del plan de recuperación del año ({target}).",
    "collecting.who": "Los oficiales que más recuperaron: {names}.",
    "collecting.nothing": "El registro no muestra capital recuperado de la cartera en mora.",
    "collecting.after_write_off": "De créditos castigados se cobraron {amount}.",
    "collecting.how": "Medios empleados: {blank}{blank}.",
    "courts.head": "Vía judicial.",
    "courts.filed": "Se presentaron {this} {number:demanda|demandas} por {amount}.",
    "courts.unknown": "El registro no contiene juicios; estado de los juicios, las ejecuciones y las "
    "adjudicaciones: {blank}{blank}.",
    "courts.open": "Al cierre seguían abiertas {number:causa|causas}",
    "courts.judged": "; con sentencia o acuerdo y sin ejecutar, {number:causa|causas}",
    "courts.enforced": "; en ejecución, {number:causa|causas}",
    "courts.collected": "La ejecución aportó {amount}.",
    "courts.assets": "Los bienes recibidos en pago compensaron capital por {amount}.",
    "warnings.head": "Alertas y regularizaciones.",
    "warnings": "Se emitieron {raised:alerta|alertas}, se levantaron {released} y quedaban abiertas "
    "{left}.",
    "warnings.unknown": "El registro no contiene alertas ni regularizaciones; situación: "
    "{blank}{blank}.",
    "sheets.none": "Se llenaron {number:ficha de evaluación|fichas de evaluación}, todas aprobadas.",
    "sheets.some": "Se llenaron {number:ficha de evaluación|fichas de evaluación}; desaprobadas, "
    "{failed}.",
    "notices": "Se emitieron {issued:orden|órdenes} de regularización, se cumplieron {done} y "
    "quedaban pendientes {left}.",
    "files.head": "Expedientes y responsables.",
    "files": "{households:hogar con crédito|hogares con crédito} al cierre; expedientes y oficiales "
    "responsables: {blank}{blank}.",
    "sanctions": "Se aplicaron {number:sanción|sanciones}.",
    "training": "Capacitación: {number:sesión|sesiones}; temas: {blank}.",
    "training.attended": "Capacitación: {number:sesión|sesiones}, "
    "{people:asistencia|asistencias}; temas: {blank}.",
    "training.unknown": "Personal y capacitación: {blank} sesiones, {blank} asistencias, temas: "
    "{blank}.",
    "villages": "Aldeas de crédito: {number:nueva|nuevas}. Otras: {blank}.",
    "villages.unknown": "Aldeas y hogares de crédito: {blank}{blank}.",
    "marketing.unknown": "Promoción y campañas: {blank}{blank}.",
    # Shortfalls.
    "faults.none": "El registro no muestra faltas en colocación, recuperación, intereses ni visitas.",
    "faults.others": "Otras deficiencias: {blank}{blank}.",
    "faults.plan": "No se cumplió el plan de colocación.",
    "faults.plan_products": "Los productos más atrasados: {names}.",
    "faults.products_behind": "El plan se cumplió en total, pero no en algunos productos: {names}.",
    "faults.bad_grown": "La cartera en mora volvió a subir.",
    "faults.bad_unit": "Donde más subió fue en {name}: {step:~}.",
    "faults.new_bad": "Siguió entrando cartera en mora: {count:crédito|créditos}, {amount}.",
    "faults.bad_target": "El saldo en mora superó su límite ({target}) en {gap:~}.",
    "faults.overdue_grown": "La cartera vencida aumentó.",
    "faults.overdue_villages": "Donde más: {names}.",
    "faults.overdue_where": "La cartera vencida está sobre todo en {names}.",
    "faults.due": "Quedaron sin cobrar {amount} de capital vencido.",
    "faults.where_units": "Por oficina: {names}.", "faults.one_unit": "Todo en {name}.",
    "faults.interest": "Quedaron sin cobrar intereses por {amount}.",
    "faults.arrears_villages": "Los intereses en atraso aumentaron sobre todo en {names}.",
    "faults.arrears_where": "Los intereses en atraso están sobre todo en {names}.",
    "faults.inspections": "Faltaron {number:visita|visitas} de seguimiento.",
    "faults.inspections_who": "Por oficial: {names}.",
    "faults.inspections_many": "Faltaron a {number:oficial|oficiales}, sobre todo a {names}.",
    "faults.notices": "Órdenes de regularización vencidas sin cumplir: {number}.",
    "faults.sheets": "Fichas de evaluación desaprobadas: {number}.",
    "faults.concentrated": "La cartera está concentrada: el mayor deudor debe {one}, {share} del "
    "saldo; los diez mayores, {ten}, {part}.",
    # Causes.
    "causes.bad": "Por qué entraron créditos en mora (el registro no anota las causas; explicar uno "
    "por uno): {blank}{blank}.",
    "causes.bad_rest": "Otras causas: {blank}.",
    "causes.recorded": "Causas anotadas de la nueva cartera en mora: {names}.",
    "causes.uninspected_some": "De {count:crédito|créditos} que entraron en mora, a {number} le faltó "
    "alguna visita en el año previo.",
    "causes.uninspected_all": "A los {count:crédito|créditos} que entraron en mora les faltó alguna "
    "visita en el año previo.",
    "causes.product": "El {part} de la nueva cartera en mora es de {name}.",
    "causes.one_product": "Toda la nueva cartera en mora, {amount}, es de {name}.",
    "causes.due": "Por qué no se cobró todo el capital vencido: {blank}{blank}.",
    "causes.arrears": "Los intereses en atraso son de cartera que no está en mora; por qué: "
    "{blank}{blank}.",
    "causes.arrears_bad": "De los intereses en atraso, {amount} ({part}) son de la cartera en mora: se "
    "cobran junto con ella.",
    "causes.arrears_all_bad": "Todos los intereses en atraso son de la cartera en mora: se cobran "
    "junto con ella.",
    "causes.missed_who": "El {part} de las visitas que faltaron era de {first} y {second}; por qué: "
    "{blank}.",
    "causes.missed": "Por qué no se hicieron todas las visitas: {blank}{blank}.",
    "causes.plan": "Por qué no se cumplió el plan de colocación: {blank}{blank}.",
    # Lessons.
    "lessons.inspect": "No saltarse visitas: entre los créditos que entraron en mora los hay sin "
    "visitar; verlos antes habría permitido cobrar antes.",
    "lessons.court": "Demandar a tiempo: del capital en mora recuperado, el {part} llegó por vía "
    "judicial.",
    "lessons.village": "Un caso en una aldea obliga a revisarla entera: la nueva mora se concentró en "
    "{name}.",
    "lessons.overdue": "Atender lo vencido desde el primer día: la cartera vencida creció deprisa.",
    "lessons.others": "Otras lecciones: {blank}{blank}.",
    # The next period.
    "next.lending": "Colocación: para {next} se planean {granted} y un saldo final de {balance}, con "
    "prioridad a los hogares y al pequeño negocio.",
    "next.lending_granted": "Colocación: para {next} se planean {granted} y un saldo final de {blank} "
    "miles de yuanes.",
    "next.lending_unknown": "Colocación: para {next} se planean {blank} y un saldo final de {blank} "
    "miles de yuanes.",
    "next.lending_rest": "Colocación: del plan anual, {planned}, faltan {rest}; para {next}, {blank} "
    "miles de yuanes.",
    "next.lending_part": "Colocación: para {next}, {blank} miles de yuanes.",
    "next.due": "Vencimientos: en {next} {count:crédito|créditos} por {amount}, sobre todo en {names}; "
    "avisar con un mes y acordar uno por uno el pago, la prórroga o el cobro.",
    "next.due_few": "Vencimientos: en {next} {count:crédito|créditos} por {amount}; avisar con un mes y "
    "acordar uno por uno el pago, la prórroga o el cobro.",
    "next.bad": "Recuperación: {count:crédito en mora|créditos en mora} por {balance}; un plan y un "
    "responsable para cada uno.",
    "next.bad_targets": "Metas del año: recuperar {recover} y una morosidad de no más de {ratio}.",
    "next.bad_year_targets": "Metas de {target_year}: recuperar {recover} y una morosidad de no más "
    "de {ratio}.",
    "next.bad_unknown": "Recuperar {blank} miles de yuanes; morosidad de no más de {blank} %.",
    "next.enforce": "Pedir sin demora la ejecución de {number:causa|causas} con sentencia o acuerdo.",
    "next.no_bad": "Riesgo: seguir sin mora y vigilar uno por uno los créditos en observación; "
    "límite: {blank} %.",
    "next.overdue": "Vencidos: visitar casa por casa en {names} y acordar un pago con cada uno.",
    "next.inspections": "Seguimiento: mantener al día las visitas iniciales y periódicas.",
    "next.inspections_who": "Seguimiento: hacer primero {number:visita atrasada|visitas atrasadas}, "
    "empezando por {name} ({most}), y cumplir después el calendario.",
    "next.inspections_missed": "Seguimiento: hacer primero {number:visita atrasada|visitas atrasadas} "
    "y cumplir después el calendario.",
    "next.warnings": "Alertas: medidas y plazo para {number:alerta abierta|alertas abiertas}.",
    "next.notices": "Verificar a su plazo {number:orden pendiente|órdenes pendientes}.",
    "next.rest": "Personal y otras medidas: {blank}{blank}.",
}  # fmt: skip
