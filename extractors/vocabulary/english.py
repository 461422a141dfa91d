"""The words beside values in English papers."""

# fmt: off
BORROWER = (
    "borrower", "the borrower", "borrowers", "name of borrower", "name of the borrower",
    "borrower name", "borrower's name", "borrower(s)", "obligor", "maker", "debtor",
    "principal debtor", "borrowing unit", "name of the borrowing unit", "loanee", "promisor",
    "name of customer", "customer name", "customer", "client", "customer's name",
    "name of the client", "name of the member", "name of the customer", "client's name", "member",
    "name of member", "member's name", "borrower/mortgagor", "loan applicant", "name of the loanee",
    "name of borrower(s)", "borrower's full name", "name of farmer", "party a (borrower)",
    "drawer of the note", "the undersigned",
)
CUSTOMER = (
    "name of the member", "name of member", "name of the customer", "customer name",
    "name of customer", "customer", "client", "client name", "account name", "name of the account",
    "name of the unit",
)
CO_BORROWER = (
    "co-borrower", "coborrower", "joint borrower", "co-applicant", "co-obligant", "co-maker",
    "comaker", "co-maker's name", "joint applicant", "co-borrower's name", "joint borrowers",
)
SPOUSE = (
    "spouse", "name of spouse", "wife", "husband", "spouse name", "spouse's name",
    "name of the spouse", "borrower's spouse", "husband's name", "wife's name",
)
LENDER = (
    "lender", "the lender", "name of lender", "the bank", "creditor", "payee", "bank", "promisee",
    "lending institution", "lending bank", "holder", "name of the lender", "lender's name",
    "name of bank", "name of the bank", "lender name", "party b (lender)",
    "name of lending institution", "financial institution", "microfinance institution",
    "lender/mortgagee",
)
GUARANTOR = (
    "guarantor", "the guarantor", "guarantors", "name of guarantor", "surety", "name of surety",
    "guarantor's name", "guarantor name", "name of the guarantor", "sureties", "surety's name",
    "guarantor(s)", "name of guarantor(s)", "guarantor 1", "guarantor 2", "names of guarantors",
    "co-guarantor", "guarantor's full name",
)
MORTGAGOR = (
    "mortgagor", "the mortgagor", "mortgagors", "name of mortgagor", "trustor", "grantor",
    "chargor", "registered owner", "registered proprietor", "mortgagor's name", "mortgagor(s)",
    "mortgagor/borrower", "owner/mortgagor", "chargor(s)", "proprietor", "name of registered owner",
    "name of executant", "executant", "executed by", "name of the executant",
    "name and address of proprietor", "registered proprietor(s)", "name of the owner",
)
MORTGAGEE = (
    "mortgagee", "the mortgagee", "name of mortgagee", "beneficiary", "chargee", "mortgagee's name",
    "in favour of", "in favor of", "name of claimant", "claimant", "name of the claimant",
    "mortgagee(s)", "chargeholder", "charge holder", "proprietor of charge", "mortgagee bank",
    "secured creditor",
)
PLEDGOR = (
    "pledgor", "the pledgor",
)
PLEDGEE = (
    "pledgee", "the pledgee",
)
CO_OWNER = (
    "co-owner", "joint owner", "co-owners",
)
LEGAL_REP = (
    "legal representative", "represented by", "authorised signatory", "authorized signatory",
)
PERSON_NAME = (
    "name", "full name",
)
PERSON_ID = (
    "id no", "id number", "id no.", "id", "national id", "national id no", "national id number",
    "identity no", "identity number", "identity card no", "nic no", "passport no", "aadhaar",
    "aadhaar no", "aadhaar number", "nrc", "nrc no", "ssn", "id card no", "identification no",
    "national identity card no", "pan", "pan no", "nin", "nin no", "national identification number",
    "national id card no", "nid", "nid no", "aadhaar no.", "aadhar no", "aadhar", "aadhar card no",
    "uid no", "pan no.", "pan number", "pan card no", "voter id", "voter id no", "epic no", "tin",
    "t.i.n.", "gov't id no", "government id no", "id/passport no", "id/passport", "id card number",
    "identity card number", "i.d. no", "i.d. no.", "id. no", "social security number",
    "social security no", "driver's license no", "bvn", "nrc number", "kra pin",
)
USCC = (
    "company registration no", "registration no of company", "cin", "ein", "company number",
    "registration number of company", "rc no", "cin no", "company registration number", "gstin",
    "registered number", "employer identification number", "federal tax id",
)
ADDRESS = (
    "address", "residential address", "residing at", "permanent address", "postal address",
    "resident of", "home address", "physical address", "present address", "full address",
    "address of the unit", "address of the borrower", "borrower's address", "address of borrower",
    "current address", "office/works", "address: office/works", "village", "place of residence",
    "mailing address", "residence",
)
PHONE = (
    "phone", "telephone", "tel", "mobile", "phone no", "mobile no", "contact no", "cell",
    "telephone no", "contact number", "phone number", "mobile number", "tel no", "tel. no",
    "cell no", "mobile phone", "cell phone", "telephone number", "phone/mobile", "contact",
    "cell number",
)
CONTRACT_NO = (
    "contract no", "contract number", "agreement no", "agreement number", "loan agreement no",
    "loan no", "loan number", "loan account no", "reference no", "ref. no", "ref no",
    "loan contract no", "account no", "loan account number", "loan account", "loan a/c no",
    "loan ref", "loan ref.", "loan agreement number", "facility no", "facility number", "loan id",
    "loan contract number", "account number of loan", "loan file no", "loan a/c", "a/c no",
    "loan reference", "loan reference no", "credit agreement no", "loan code", "contract ref",
)
MAIN_CONTRACT_NO = (
    "principal agreement no", "loan agreement no", "main contract no", "principal contract no",
    "loan contract no",
)
IOU_NO = (
    "note no", "promissory note no", "note number", "iou no", "voucher no",
    "promissory note number", "promissory note no.", "pn no", "pn no.", "note no.",
)
AMOUNT = (
    "loan amount", "amount of loan", "principal amount", "principal", "principal sum", "the sum of",
    "the principal sum of", "amount", "loan sum", "amount of the loan", "amount sanctioned",
    "loan sanctioned", "sanctioned amount", "a loan of", "sum of", "amount lent",
    "principal loan amount", "original loan amount", "amount disbursed", "loan principal",
    "amount of the note", "amount financed", "loan amount sanctioned", "loan amount approved",
    "loan amount disbursed", "amount approved", "sanctioned loan amount", "face amount",
    "original principal amount", "commitment", "principal sum of", "loan amt", "total loan amount",
    "aggregate amount", "facility limit", "total loan", "amount borrowed", "amount advanced",
    "loan value",
)
CREDIT_LINE = (
    "credit limit", "facility amount", "sanctioned limit", "limit sanctioned", "limits sanctioned",
    "limit", "maximum credit", "credit line", "maximum limit", "overdraft limit",
    "revolving credit limit",
)
IN_WORDS = (
    "amount in words", "in words", "rupees in words", "amount (in words)", "in words (rupees)",
    "rupees (in words)", "sum in words", "amount in word",
)
PURPOSE = (
    "purpose", "purpose of loan", "purpose of the loan", "loan purpose", "use of proceeds",
    "use of funds", "purpose of the facility", "purpose of advance", "purpose of credit",
    "use of loan", "loan to be used for", "use of the loan", "purpose of finance",
    "object of the loan", "activity financed", "intended use",
)
LOAN_TYPE = (
    "loan type", "type of loan", "product", "facility", "nature of facility", "type of facility",
    "loan product", "product name", "facility type", "type of facility/loan", "nature of loan",
    "nature of advance", "type of advance", "kind of loan", "loan category",
)
PERIOD = (
    "term", "loan term", "term of loan", "term of the loan", "tenor", "tenure", "period of loan",
    "loan period", "period", "repayment period", "duration", "term (months)", "loan tenure",
    "tenor (months)", "repayment term", "term of repayment", "tenure of loan", "tenor of loan",
    "loan tenor", "tenor of the facility", "period of the loan", "repayable in", "facility tenor",
    "loan duration", "duration of loan",
)
START = (
    "disbursement date", "date of disbursement", "start date", "commencement date", "date of loan",
    "loan date", "drawdown date", "date of advance", "date of sanction/disbursement",
    "date of drawdown", "drawdown", "value date", "effective date", "loan start date",
    "loan disbursement date", "date loan granted", "date granted", "disbursed on",
    "date of loan disbursement", "date disbursed", "date of first disbursement", "funding date",
    "advance date", "loan issue date", "issue date of loan",
)
END = (
    "maturity date", "maturity", "due date", "date of maturity", "final payment date",
    "final maturity", "final repayment date", "end date", "expiry date", "repayable on",
    "payable on", "final instalment date", "maturity date of loan", "loan maturity date",
    "loan end date", "date of final repayment", "last instalment date", "date of last instalment",
    "last installment date", "final due date", "final payment due", "loan expiry date",
    "loan due date", "date of expiry", "final instalment due", "date due",
)
RATE = (
    "interest rate", "rate of interest", "interest", "annual interest rate", "rate",
    "rate of interest p.a.", "interest at the rate of", "at the rate of", "interest rate per annum",
    "annual rate", "rate of interest (p.a.)", "interest rate (p.a.)", "interest rate (per annum)",
    "interest p.a.", "interest (p.a.)", "interest per annum", "fixed rate", "fixed interest rate",
    "interest charged", "roi", "r.o.i.", "applicable rate", "applicable rate of interest",
    "contract rate", "note rate", "flat rate", "interest rate per month", "monthly interest rate",
    "interest rate (% p.a.)", "annual percentage rate of interest",
)
PENALTY_RATE = (
    "default interest", "default rate", "penal interest", "penalty rate", "overdue interest",
    "penal rate", "late fee", "late charge", "penalty interest", "late payment interest",
    "default interest rate", "interest on default", "overdue rate", "penal interest rate",
    "rate of penal interest", "late payment penalty", "late payment fee", "penalty", "penalties",
    "apr", "processing fee", "service charge", "commission", "late payment charge",
    "default rate of interest", "additional interest", "insurance fee", "application fee",
    "post-default rate",
)
GUARANTEE_METHOD = (
    "security type", "type of security", "guarantee type", "form of security", "nature of security",
    "type of collateral",
)
GUARANTEE_CONTRACT_NO = (
    "guarantee agreement no", "mortgage deed no", "security agreement no",
)
COLLATERAL = (
    "collateral", "security", "mortgaged property", "description of property", "property",
    "charged property", "description of the property", "security property",
    "description of security", "details of security", "description of collateral",
    "particulars of security", "hypothecated asset", "goods pledged", "security pledged",
    "assets pledged", "hypothecated assets", "hypothecated goods", "asset financed",
    "assets hypothecated", "primary security", "collateral security", "mortgaged premises",
    "description of goods", "details of collateral", "pledged property", "pledged goods",
    "nature of property", "description of the asset",
)
COLLATERAL_VALUE = (
    "value of property", "value of security", "security value", "property value",
    "collateral value", "value of collateral", "estimated value", "value of asset",
    "value of the asset", "value of goods", "agreed value", "value of the property",
)
APPRAISED_VALUE = (
    "appraised value", "valuation", "assessed value", "appraisal value", "market value",
    "valuation amount", "valuation of property", "value as per valuation", "appraised market value",
    "valuation report value", "fair market value", "open market value",
)
SECURED_AMOUNT = (
    "secured amount", "amount secured", "secured sum", "mortgage amount",
    "the principal sum secured", "maximum principal amount", "amount of mortgage", "consideration",
    "sum secured", "amount of charge", "amount secured by charge", "principal secured",
    "amount of loan secured", "mortgage sum", "mortgage money", "maximum amount secured",
    "amount of the charge", "principal amount secured", "amount of debt secured", "charge amount",
    "indebtedness", "secured obligation",
)
MORTGAGE_TYPE = (
    "type of mortgage", "mortgage type", "kind of mortgage", "type of charge",
)
LOCATION = (
    "situated at", "property address", "location of property", "location", "situate at",
    "located at", "address of property", "situation", "location of the property",
    "address of the property", "property location", "address of mortgaged property",
    "location of land", "site", "location of the land", "physical location", "location of asset",
)
AREA = (
    "area", "extent", "land area", "floor area", "built-up area", "plot area",
)
TITLE_NO = (
    "title no", "title deed no", "certificate of title no", "title number", "survey no",
    "land title no", "title deed number", "l.r. no", "folio no",
)
CERTIFICATE_NO = (
    "certificate no", "certificate number", "registration certificate no", "certificate ref",
    "instrument no", "registration certificate number",
)
REGISTRY_NO = (
    "registration no", "registered no", "registration number", "document no", "registry no",
    "register no", "entry no", "presentation no", "document number", "recording no",
    "recording number", "instrument number", "registration entry no", "charge entry no",
    "register entry no", "charge identification number", "charge id", "charge identification no",
    "doc no", "doc. no", "reception no", "registered as no", "registration no.",
)
DEED_NO = (
    "deed no", "deed number", "mortgage deed no", "deed of mortgage no", "mortgage no",
)
RIGHT = (
    "nature of right", "nature of encumbrance", "right registered", "encumbrance",
    "nature of charge", "interest registered", "nature of instrument", "nature of document",
    "type of instrument", "nature of transaction", "kind of interest", "type of charge",
)
REGISTER_DATE = (
    "date of registration", "registration date", "registered on", "date registered",
    "date of entry", "recorded on", "recording date", "date recorded", "date of recording",
    "date of filing", "entry date", "registered this", "date of registration of charge",
)
CLAIM_PERIOD = (
    "claim period", "period of the mortgage",
)
OBLIGATION_PERIOD = (
    "term", "term of mortgage", "period of obligation", "mortgage term",
)
SIGN_DATE = (
    "date of agreement", "agreement date", "dated", "dated as of", "date of signing",
    "date of execution", "execution date", "signed on", "date", "date of note", "date of issue",
    "date of deed", "signing date", "dated this", "contract date", "this agreement is made on",
    "made on", "signed this", "date of contract", "agreement dated", "date of this agreement",
    "date of loan agreement", "dated at", "issue date", "date signed", "signature date",
    "note date", "date of the note", "date of promissory note", "executed on",
)
SIGN_PLACE = (
    "place of signing", "place of execution", "signed at", "place", "place of issue", "executed at",
    "place of agreement",
)
LOAN_OFFICER = (
    "loan officer", "credit officer", "field officer", "branch officer", "relationship officer",
    "loan officer in charge", "account officer", "relationship manager", "loan officer's name",
    "name of loan officer", "name of field officer", "officer in charge", "credit officer's name",
    "responsible officer", "loan officer name", "field credit officer",
)
INSPECT_DATE = (
    "date of visit", "date of inspection", "inspection date", "visit date", "date of unit visit",
    "visited on", "inspected on", "date of this visit", "date and place of visit",
    "date of visit/inspection", "date of field visit", "date visited", "date & time of visit",
    "date of site visit", "field visit date", "date of unit inspection", "date of check",
    "date of monitoring", "monitoring date", "date of supervision visit", "date of verification",
    "site visit date",
)
LAST_INSPECT_DATE = (
    "date of last visit", "last visit", "date of last inspection", "last inspection date",
    "previous inspection", "date of previous visit", "last visit date", "previous visit",
    "date of the last visit", "date of previous inspection", "last inspected on",
    "previous visit date", "date of earlier visit", "last visited on", "date of last unit visit",
)
REPORT_DATE = (
    "report date", "date of report", "reported on", "date of the report",
)
INSPECT_METHOD = (
    "mode of inspection", "type of inspection", "inspection method", "type of visit",
    "method of inspection", "mode of visit", "visit type", "type of check", "nature of visit",
    "nature of inspection",
)
INSPECTOR = (
    "inspected by", "inspecting officer", "inspecting official", "visited by", "inspector",
    "name of inspecting officer", "loan officer", "field officer", "name of inspecting official",
    "officer", "credit officer", "prepared by", "visiting officer",
    "name of the inspecting official", "name & designation of the inspecting official",
    "name and designation of the inspecting official", "name of officer", "name of the officer",
    "officer's name", "inspection done by", "inspection conducted by", "visit conducted by",
    "verified by (name)", "name of visiting officer", "visiting official", "monitoring officer",
    "inspected by (name)", "name of loan officer", "officer conducting visit",
    "name of field officer", "conducted by", "inspecting officer's name",
    "name & designation of inspecting official", "report prepared by", "done by",
)
REVIEWER = (
    "reviewed by", "reviewing officer", "branch manager", "countersigned by", "checked by",
    "approved by", "supervisor", "manager", "reviewer", "countersigned", "branch head",
    "checked & approved by", "approving officer", "supervising officer", "supervised by",
    "name of branch manager",
)
BALANCE = (
    "outstanding", "outstanding balance", "balance", "balance outstanding", "outstanding principal",
    "amount outstanding", "present outstanding", "principal outstanding", "loan balance",
    "current balance", "principal due", "o/s balance", "outstanding as on date",
    "outstanding amount", "balance outstanding as on date", "outstanding loan balance",
    "principal balance", "unpaid principal balance", "unpaid balance", "outstanding (principal)",
    "current outstanding", "outstanding as on", "balance as on date", "loan outstanding",
    "outstanding loan", "total outstanding", "ledger balance", "present balance",
    "outstanding amount (rs.)", "balance due", "principal amount outstanding", "o/s",
    "outstanding liability",
)
INTEREST_ARREARS = (
    "interest due", "interest arrears", "overdue interest", "interest overdue",
    "arrears of interest", "accrued interest", "unpaid interest", "interest in arrears",
    "interest outstanding", "interest accrued", "interest overdue amount",
    "overdue interest amount", "interest unpaid", "interest payable", "interest accrued and unpaid",
    "accrued and unpaid interest", "outstanding interest", "interest balance",
    "unpaid accrued interest",
)
DAYS_PAST_DUE = (
    "days past due", "days overdue", "dpd", "days in arrears", "overdue days", "no of days overdue",
    "number of days overdue", "number of days past due", "number of days in arrears",
    "days in default", "no. of days overdue", "days late", "overdue since (days)",
    "number of days late",
)
CLASSIFICATION = (
    "asset classification", "classification", "loan classification", "risk classification",
    "asset class", "account classification", "risk grade", "proposed classification",
    "classification of asset", "present classification", "current classification",
    "asset classification as on date", "status of account", "irac status", "irac classification",
    "account status", "loan status", "classification recommended", "recommended classification",
    "classification proposed", "npa classification", "portfolio classification",
    "credit classification", "present asset classification",
)
PREVIOUS_CLASSIFICATION = (
    "previous classification", "last classification", "prior classification",
    "existing classification", "earlier classification", "classification last quarter",
    "previous asset classification",
)
USE_MATCHES = (
    "used as per contract", "funds used for purpose", "used for stated purpose",
    "utilised for the purpose", "utilized for the purpose", "loan used for the stated purpose",
    "used for the stated purpose", "used for the purpose", "funds used as agreed",
    "was the loan used for the stated purpose", "was the loan used for the intended purpose",
    "loan used for intended purpose", "whether loan utilised for the purpose",
    "whether loan utilized for the purpose", "whether funds utilised for the purpose",
    "whether loan amount utilised for the purpose", "utilised for the sanctioned purpose",
    "is the loan being used for the approved purpose", "used for approved purpose",
    "used for the intended purpose", "loan utilised as per purpose", "proper utilisation of loan",
    "whether end use is ensured", "funds used for intended purpose", "loan used as agreed",
    "is the loan being utilised for the purpose for which it was disbursed",
    "whether the loan was utilised for the purpose sanctioned",
)
RISK_SIGNALS = (
    "risk signals", "warning signals", "early warning signals", "risk factors",
)
PROBLEMS = (
    "irregularities", "problems", "irregularities observed", "findings", "observations",
    "deficiencies", "irregularities noticed", "problems found", "irregularities, if any",
    "irregularities if any", "adverse features noticed", "adverse features",
    "adverse features, if any", "problems noted", "problems observed", "key findings",
    "main findings", "issues identified", "issues", "discrepancies observed", "deviations observed",
    "defects observed", "shortcomings", "concerns", "problems identified",
    "observations/irregularities", "adverse observations",
)
CONCLUSION = (
    "conclusion", "conclusions", "overall assessment", "remarks", "overall remarks",
    "officer's opinion", "overall conclusion", "comments of the inspecting official",
    "overall opinion", "remarks of inspecting official", "remarks of the inspecting official",
    "comments of the inspecting officer", "remarks of the inspecting officer",
    "remarks of the visiting officer", "comments of the visiting officer",
    "opinion of the inspecting officer", "overall observation", "overall observations",
    "general remarks", "final remarks", "officer's remarks", "inspector's remarks",
    "general observation", "officer's conclusion", "general comments", "overall comments",
    "conclusion/remarks", "overall impression",
)
MEASURE = (
    "action", "action required", "action to be taken", "recommendations", "action proposed",
    "measures", "follow-up action", "follow up action", "recommendation", "commitments",
    "corrective action", "actions required", "action plan", "action recommended",
    "recommended action", "suggested action", "suggestions", "agreed actions", "agreed action",
    "next steps", "remedial action", "remedial measures", "proposed action", "steps to be taken",
    "follow-up required", "corrective measures", "actions agreed", "action points",
    "action suggested", "corrective action required",
)
RECTIFY_BY = (
    "rectify by", "to be rectified by", "compliance date", "rectification date",
    "deadline for rectification", "rectification deadline", "target date", "date for compliance",
    "to be completed by", "due date for action", "deadline for action", "time limit for compliance",
)
NOTICE_NO = (
    "notice no", "notice number", "ref. no", "ref no", "reference no", "our ref", "reference",
    "ref", "ref.", "demand notice no", "demand letter no", "our reference", "letter no",
    "notice ref", "notice ref. no", "ref. no.", "letter ref", "our ref.", "demand no",
    "notice reference",
)
NOTICE_DATE = (
    "date", "date of notice", "notice date", "dated", "notice dated", "date of letter",
    "letter date", "date of demand", "date issued", "date of issue", "notice issued on",
)
ADDRESSEE = (
    "to", "borrower", "name of borrower", "dear mr.", "dear mrs.", "dear ms.",
)
PAY_BY = (
    "pay by", "payment deadline", "on or before", "pay on or before", "to be paid by",
    "no later than", "last date for payment", "payment due by", "last date of payment",
    "pay before", "payment must be received by", "amount to be paid by",
    "date by which payment is required", "final date for payment", "due by", "pay not later than",
)
WARNING_LEVEL = (
    "warning level", "alert level", "risk level", "level of warning", "signal level",
)

# Labels whose values we do not keep; known so that they end the value before them.
OTHER = (
    "member no", "member number", "membership no", "membership number", "occupation",
    "marital status", "nationality", "email", "e-mail", "instalments", "installments",
    "number of instalments", "emi", "monthly instalment", "branch", "branch name", "currency",
    "witness", "witnesses", "signature", "governing law", "constitution", "limits", "stock",
    "stocks", "insurance", "drawing power", "machinery", "sub-registrar", "registrar", "schedule",
    "age", "sex", "date of birth", "activity", "business", "condition of stock",
    "condition of security", "repayment", "repayment method", "fax", "seal", "installment amount",
    "instalment amount", "monthly installment", "number of installments", "no. of instalments",
    "no of instalments", "line of activity", "nature of business", "installed capacity",
    "registered office", "first instalment date", "first installment date", "first payment date",
    "date of first instalment", "date of application", "application date", "approval date",
    "date of approval", "trustee", "age of borrower", "father's name", "name of father",
    "mother's name", "guardian", "relationship", "group name", "centre", "center", "ledger folio",
    "nominee", "witnessed by", "in the presence of", "advocate", "stamp duty",
    "condition of machinery", "stock found", "stock as per statement", "name board", "loan cycle",
    "repayment frequency", "grace period", "moratorium", "moratorium period", "income", "expenses",
    "sales", "profit", "person representing borrower", "deadline", "comments", "opinion", "by when",
    "end use of funds", "end use verified", "end use of funds verified",
    "whether end use of funds verified", "end use verification", "insurance valid up to",
    "policy no", "sanction date", "date of sanction", "sanction no", "sanctioned by",
    "sanctioning authority", "overdue amount", "amount overdue", "overdue", "total due",
    "total amount due", "total outstanding dues", "book no", "volume no", "pages", "chassis no",
    "engine no", "registration no of vehicle", "motor vehicle registration number",
    "vehicle registration number", "vehicle registration no", "vehicle no", "registration mark",
    "make", "model", "forced sale value",
)
