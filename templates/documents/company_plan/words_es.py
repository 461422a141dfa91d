"""What the company plan says in Spanish."""

WORDS = {
    "b_lent": "Colocación. En {last} se otorgaron {sum}. Reparto de {year} por trimestre: {blank}, "
    "{blank}, {blank}, {blank} %; primero el campo, la microempresa y el comercio.",
    "b_lent_more": "Colocación. En {last} se otorgaron {sum}, {more:~miles de yuanes} más que el "
    "año anterior. En {year} se mantiene el ritmo sin ceder en calidad.",
    "b_lent_less": "Colocación. En {last} se otorgaron {sum}, {more:~miles de yuanes} menos que el "
    "año anterior. En {year} se aclara la causa ({blank}) y se recupera la colocación.",
    "b_product": "Productos. El mayor saldo es de {product}: {sum}, el {part} de la cartera.",
    "b_narrow": "Es una cartera concentrada: en {year} se desarrollan otros productos y ninguno "
    "pasa de {blank} %.",
    "b_spread": "Es una cartera repartida; en {year} se impulsa: {blank}.",
    "b_no_products": "Productos. No constan en el registro; se completan en {year}. Se impulsa: "
    "{blank}.",
    "b_clients": "Clientes. Hay {households:hogar|hogares}; aumento previsto: {blank}. Se atiende "
    "según clase y calificación; salidas previstas por riesgo: {blank}.",
    "b_rating": "Calificación y límites. Se actualizan cada trimestre; límites por deudor y de "
    "concentración: {blank}.",
    "n_blank": "Resultados. {last}: ingresos {blank}, gastos {blank}, utilidad {blank} miles de "
    "yuanes (no constan). Metas de {year}: ingresos {blank}, utilidad {blank}.",
    "n_typed": "Resultados. En {last} los ingresos fueron {income} y los gastos {expense}.",
    "n_profit": "La utilidad fue {profit}. Metas de {year}: ingresos {blank}, utilidad {blank}.",
    "n_loss": "La pérdida fue {profit:~miles de yuanes}. En {year} lo primero es revertirla; "
    "ingresos {blank}, gasto máximo {blank}.",
    "n_interest": "Intereses. En {last} se cobraron {received} ({rate}). Meta de {year}: {blank} %, "
    "hogar por hogar.",
    "n_no_interest": "Intereses. {last}: {blank} miles de yuanes. Meta de {year}: {blank} %.",
    "n_budget": "Presupuesto y fondos. Presupuesto anual, gasto autorizado, financiamiento máximo "
    "{blank} miles de yuanes; provisiones, impuestos e informes a tiempo.",
    "p_staff": "Personal. Sirven {count:persona|personas}; cambios en {year}: {blank}.",
    "p_staff_blank": "Personal. Sirven {blank} personas; cambios en {year}: {blank}.",
    "p_letters": "Compromisos. A comienzo de año se firman las cartas; evaluación mensual, pago "
    "trimestral.",
    "p_culture": "Normas y cultura. Normas por revisar: {blank}; seguridad, prevención de lavado, "
    "sellos y archivo con responsable; difusión: {blank}.",
    "q_1": "Cartas de compromiso, atrasos del año anterior, plan por hogar en mora, presupuesto",
    "q_2": "Cobro de vencimientos, análisis semestral, evaluación intermedia",
    "q_3": "Cobro judicial, productos y clientes, revisión de normas",
    "q_4": "Vencimientos del año siguiente, evaluación, cierre y plan nuevo",
}
