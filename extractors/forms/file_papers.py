# ruff: noqa: E501 - patterns and word lists are easier to read unbroken
"""Papers of a household's file that no form reads: filed by a person, or by their printed title.

Reading claims none of them; `extractors.file_papers` knows their titles when a paper is filed.
Source: the standard contents of a household file, rows 1-30.
"""

from extractors.form import DocType, Marks


def _paper(name: str, titles: tuple[str, str, str], category: int, *printed: str) -> DocType:
    return DocType(
        name=name, titles=titles, category=category, marks=Marks(titles=()), file_titles=printed
    )


TYPES = (
    _paper("pledged_right", ("质物凭证", "Título pignorado", "Pledged instrument"), 1, r"(?:定期|定额|整存整取|个人|单位)?\S{0,4}存单", r"仓单", r"凭证式国债\S{0,6}"),
    _paper("insurance_policy", ("抵押物保险单", "Póliza de seguro", "Insurance policy"), 1, r"\S{0,16}保险(?:单|凭证)", r"polizadeseguro.{0,20}", r"insurance(?:policy|certificate)"),
    _paper("custody_receipt", ("权证入库单", "Recibo de custodia", "Custody receipt"), 1, r"\S{0,8}(?:入库|出库|交接|保管)(?:单|凭证|通知单)"),
    _paper("loan_application", ("借款申请书", "Solicitud de crédito", "Loan application"), 2, r"\S{0,10}(?:借款|贷款|授信|用信|信用|业务)申请(?:书|表|审批表)", r"solicitudde(?:credito|prestamo).{0,20}", r"loanapplication(?:form)?"),
    _paper("identity_papers", ("身份证明材料", "Documentos de identidad", "Identity papers"), 2, r"(?:中华人民共和国)?居民身份证", r"(?:居民)?户口(?:簿|本)", r"营业执照", r"documentonacionaldeidentidad"),
    _paper("marriage_proof", ("婚姻状况证明", "Acta de matrimonio", "Proof of marital status"), 2, r"(?:中华人民共和国)?(?:结婚|离婚)证", r"婚姻状况(?:证明|声明书?)", r"(?:acta|partida|certificado)dematrimonio", r"marriagecertificate"),
    _paper("credit_report", ("征信报告及授权书", "Informe crediticio", "Credit report"), 2, r"\S{0,6}(?:个人|企业)?信用报告", r"征信报告", r"\S{0,10}征信\S{0,6}授权书", r"\S{0,6}信用信息查询授权书", r"(?:reporte|informe)(?:de)?credit(?:o|icio)", r"creditreport"),
    _paper("rating_form", ("评级授信审批表", "Calificación y línea", "Rating and limit form"), 2, r"\S{0,12}(?:评级|授信)\S{0,6}(?:审批|测算|评定|采集)?表"),
    _paper("use_proof", ("用途证明材料", "Sustento del destino", "Proof of purpose"), 2, r"\S{0,10}(?:购销|买卖|采购|订货|承包|流转|租赁|施工|购机|购车|购房)合同", r"\S{0,6}订单", r"contratodecompraventa", r"(?:sale|purchase|lease)agreement"),
    _paper("loan_investigation", ("贷前调查报告", "Informe de evaluación", "Pre-loan investigation"), 2, r"\S{0,12}(?:贷前|授信|信贷|贷款|借款)?调查(?:报告|评价报告)"),
    _paper("loan_approval", ("审查审批材料", "Aprobación del crédito", "Approval of the loan"), 2, r"\S{0,12}审查(?:报告|意见书|意见表|表)", r"\S{0,14}审批(?:表|书|意见表)", r"\S{0,10}(?:贷审会|审贷会|贷款审查委员会)\S{0,6}(?:决议|纪要|意见书?)", r"\S{0,10}批复", r"actadecomitedecreditos?", r"sanctionletter"),
    _paper("guarantor_papers", ("保证人资料", "Documentos del fiador", "Guarantor's papers"), 2, r"(?:同意)?(?:保证|担保)承诺(?:书|函)", r"同意(?:保证|担保)\S{0,6}(?:书|函)", r"\S{0,6}收入证明"),
    _paper("co_owner_consent", ("共有人同意抵押书", "Consentimiento del copropietario", "Co-owner's consent"), 2, r"\S{0,8}共有人\S{0,10}(?:同意|声明|承诺)\S{0,6}(?:书|函)?", r"同意抵押\S{0,6}(?:书|函)"),
    _paper("title_deed", ("权属证书复印件", "Título de propiedad", "Title deed"), 2, r"不动产权证书?", r"房屋所有权证", r"国有土地使用权?证书?", r"集体土地使用权?证书?", r"农村土地承包经营权证书?", r"林权证", r"机动车登记证书"),
    _paper("appraisal_report", ("评估报告", "Informe de tasación", "Appraisal report"), 2, r"\S{0,14}(?:评估|估价)报告(?:书)?", r"\S{0,8}价值(?:确认|认定)(?:书|表)", r"(?:informe|avaluo|certificado)(?:de)?(?:tasacion|avaluo)?comercial", r"(?:valuation|appraisal)report"),
    _paper("interview_record", ("面谈面签记录", "Acta de entrevista", "Interview record"), 2, r"\S{0,8}面(?:谈|签)\S{0,6}(?:记录|笔录|表)"),
    _paper("drawdown_papers", ("放款及支付材料", "Documentos de desembolso", "Drawdown and payment papers"), 2, r"\S{0,6}放款(?:通知书|审核表|条件落实\S{0,3}|审批表)", r"\S{0,6}(?:受托|自主)支付\S{0,8}(?:书|单|表|协议)", r"\S{0,4}支付(?:委托|申请)书", r"提款申请书"),
    _paper("use_voucher", ("用途凭证", "Comprobantes del destino", "Vouchers of use"), 3, r"(?:增值税)?\S{0,8}(?:专用|普通|电子)?发票(?:联)?", r"\S{0,8}(?:账户|银行)?\S{0,4}(?:交易)?(?:流水|明细)(?:单|表)?", r"factura.{0,20}", r"(?:tax)?invoice"),
    _paper("reconciliation", ("债权核对对账单", "Conciliación de la deuda", "Reconciliation of the debt"), 3, r"\S{0,12}对账(?:单|函|回单|确认书)", r"债权(?:核对|确认|债务核对)\S{0,4}(?:书|单|表|函)", r"conciliacionde(?:la)?deuda"),
    _paper("extension_papers", ("展期（借新还旧）材料", "Prórroga o refinanciación", "Extension or refinancing"), 3, r"\S{0,10}展期\S{0,6}(?:协议书?|合同|申请书?|审批表)?", r"(?:借新还旧|还旧借新|无还本续贷)\S{0,8}", r"(?:prorroga|refinanciacion).{0,20}"),
    _paper("repayment_papers", ("还款及结清材料", "Comprobantes de pago y cancelación", "Repayment and settlement papers"), 3, r"\S{0,6}(?:还款|收贷|收回贷款|还本|收息)凭证", r"\S{0,8}结清(?:证明|通知)书?", r"(?:constanciade)?cancelaciondedeuda"),
    _paper("disposal_papers", ("抵债核销材料", "Dación en pago y castigo", "Foreclosure and write-off papers"), 4, r"\S{0,8}(?:以(?:资|物)抵债)\S{0,8}", r"\S{0,10}核销\S{0,10}"),
)  # fmt: skip
