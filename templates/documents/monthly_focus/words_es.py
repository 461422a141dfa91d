"""What the focus of a month says in Spanish."""

WORDS = {
    "f_due": "Vencimientos. Este mes vencen {count:crédito|créditos} por {sum}.",
    "f_due_most": "La mayor parte es de {officer}: {sum}.",
    "f_due_ways": "De cada uno se asegura el pago, la prórroga (refinanciación) o el cobro, y se "
    "anota en el cuadro 3 antes de fin de mes; no debe haber nuevos atrasos.",
    "f_no_due": "Vencimientos. Este mes no vence ningún crédito ({count}): cobro y visitas.",
    "f_next": "Avisos. El mes siguiente vencen {count:crédito|créditos} por {sum}: se avisa este "
    "mes con acuse de recibo.",
    "f_no_next": "Avisos. El mes siguiente no vence ninguno ({count}).",
    "f_overdue": "Atrasos. Hay {count:crédito vencido|créditos vencidos} por {sum} y "
    "{arrears:con intereses impagos|con intereses impagos} por {owed}.",
    "f_overdue_most": "El mayor atraso es de {officer}: {sum}.",
    "f_overdue_how": "Se visita a cada deudor y se entrega el aviso de cobro con acuse; primero los "
    "que están por prescribir. Pasado el plazo se anotan causa y responsable.",
    "f_no_overdue": "Atrasos. No hay créditos vencidos ni intereses impagos ({count}).",
    "f_bad": "Mora. Hay {count:crédito|créditos} en mora por {sum}: cada plan avanza y se informa a "
    "fin de mes.",
    "f_no_bad": "Mora. No hay cartera en mora ({count}).",
    "f_inspections": "Visitas. Corresponden {count:visita|visitas} este mes, repartidas por "
    "oficina y oficial; los informes se archivan en el mes.",
    "f_no_inspections": "Visitas. No corresponde ninguna este mes ({count}); especiales: {blank}.",
    "f_rectifications": "Regularizaciones. Vencen {count:plazo|plazos} este mes.",
    "f_no_rectifications": "Regularizaciones. No vence ningún plazo este mes.",
    "f_warnings": "Alertas. Hay {count:alerta abierta|alertas abiertas}; cada una con su medida.",
    "f_no_warnings": "Alertas. No hay alertas abiertas; toda señal se anota el mismo día.",
    "f_late": "Tareas atrasadas. {count:tarea está fuera de "
    "plazo y va primero|tareas están fuera de plazo y van primero}.",
    "f_late_most": "La mayoría, {count}, es de {officer}.",
    "f_quarter": "Trimestre. Se decide la clasificación, se concilian saldos y se paga lo ganado.",
    "f_other": "Otros trabajos: {blank}{blank}.",
    "f_list": "Vencen {count:crédito|créditos}; la decisión la anota el oficial.",
    "f_list_part": "Vencen {count:crédito|créditos}; se listan los primeros, el resto está en el "
    "registro de vencimientos.",
    "f_list_none": "No vence ningún crédito ({count}); el cuadro queda vacío.",
    "f_reply": "Cada oficina reparte el trabajo en tres días e informa antes de fin de mes; lo no "
    "hecho lleva causa y fecha.",
}
