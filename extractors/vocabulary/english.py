"""The words beside values in English papers."""

# fmt: off
BORROWER = (
    "borrower", "the borrower", "borrowers", "name of borrower", "name of the borrower",
    "borrower name", "borrower's name", "borrower(s)", "obligor", "maker", "debtor",
    "principal debtor", "borrowing unit", "name of the borrowing unit", "loanee", "promisor",
    "name of customer", "customer name", "customer", "client",
)
CUSTOMER = (
    "customer name", "name of customer", "customer", "client", "client name", "account name",
    "name of the account", "name of the unit",
)
CO_BORROWER = (
    "co-borrower", "coborrower", "joint borrower", "co-applicant", "co-obligant",
)
SPOUSE = (
    "spouse", "name of spouse", "wife", "husband", "spouse name",
)
LENDER = (
    "lender", "the lender", "name of lender", "the bank", "creditor", "payee", "bank", "promisee",
    "lending institution", "lending bank", "holder",
)
GUARANTOR = (
    "guarantor", "the guarantor", "guarantors", "name of guarantor", "surety", "name of surety",
    "guarantor's name",
)
MORTGAGOR = (
    "mortgagor", "the mortgagor", "mortgagors", "name of mortgagor", "trustor", "grantor",
    "chargor", "registered owner", "registered proprietor", "mortgagor's name",
)
MORTGAGEE = (
    "mortgagee", "the mortgagee", "name of mortgagee", "beneficiary", "chargee", "mortgagee's name",
    "in favour of", "in favor of",
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
    "national identity card no", "pan", "pan no",
)
USCC = (
    "company registration no", "registration no of company", "cin", "ein",
)
ADDRESS = (
    "address", "residential address", "residing at", "permanent address", "postal address",
    "resident of", "home address",
)
PHONE = (
    "phone", "telephone", "tel", "mobile", "phone no", "mobile no", "contact no", "cell",
    "telephone no", "contact number", "phone number", "mobile number",
)
CONTRACT_NO = (
    "contract no", "contract number", "agreement no", "agreement number", "loan agreement no",
    "loan no", "loan number", "loan account no", "reference no", "ref. no", "ref no",
    "loan contract no", "account no", "loan account number", "loan account", "loan a/c no",
    "loan ref", "loan ref.",
)
MAIN_CONTRACT_NO = (
    "principal agreement no", "loan agreement no", "main contract no", "principal contract no",
    "loan contract no",
)
IOU_NO = (
    "note no", "promissory note no", "note number", "iou no", "voucher no",
    "promissory note number",
)
AMOUNT = (
    "loan amount", "amount of loan", "principal amount", "principal", "principal sum", "the sum of",
    "the principal sum of", "amount", "loan sum", "amount of the loan", "amount sanctioned",
    "sanctioned amount", "a loan of", "sum of", "amount lent", "principal loan amount",
    "original loan amount", "amount disbursed", "loan principal",
)
CREDIT_LINE = (
    "credit limit", "facility amount", "sanctioned limit", "limit sanctioned",
)
IN_WORDS = (
    "amount in words", "in words",
)
PURPOSE = (
    "purpose", "purpose of loan", "purpose of the loan", "loan purpose", "use of proceeds",
    "use of funds",
)
LOAN_TYPE = (
    "loan type", "type of loan", "product", "facility", "nature of facility", "type of facility",
)
PERIOD = (
    "term", "loan term", "term of loan", "term of the loan", "tenor", "tenure", "period of loan",
    "loan period", "period", "repayment period", "duration",
)
START = (
    "disbursement date", "date of disbursement", "start date", "commencement date", "date of loan",
    "loan date", "drawdown date", "date of advance", "date of sanction/disbursement",
)
END = (
    "maturity date", "maturity", "due date", "date of maturity", "final payment date",
    "final maturity", "final repayment date", "end date", "expiry date", "repayable on",
    "payable on", "final instalment date",
)
RATE = (
    "interest rate", "rate of interest", "interest", "annual interest rate", "rate",
    "rate of interest p.a.", "interest at the rate of", "at the rate of", "interest rate per annum",
    "annual rate",
)
PENALTY_RATE = (
    "default interest", "default rate", "penal interest", "penalty rate", "overdue interest",
    "penal rate", "late fee", "late charge", "penalty interest",
)
GUARANTEE_METHOD = (
    "security type", "type of security", "security", "guarantee type", "form of security",
)
GUARANTEE_CONTRACT_NO = (
    "guarantee agreement no", "mortgage deed no", "security agreement no",
)
COLLATERAL = (
    "collateral", "security", "mortgaged property", "description of property", "property",
    "charged property", "description of the property", "security property",
)
COLLATERAL_VALUE = (
    "value of property", "value of security", "security value", "property value",
    "collateral value", "value of collateral",
)
APPRAISED_VALUE = (
    "appraised value", "valuation", "assessed value", "appraisal value", "market value",
    "valuation amount",
)
SECURED_AMOUNT = (
    "secured amount", "amount secured", "secured sum", "mortgage amount",
    "the principal sum secured", "maximum principal amount", "amount of mortgage", "consideration",
    "sum secured", "amount of charge",
)
MORTGAGE_TYPE = (
    "type of mortgage", "mortgage type", "kind of mortgage", "type of charge",
)
LOCATION = (
    "situated at", "property address", "location of property", "location", "situate at",
    "located at", "address of property", "situation", "location of the property",
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
    "register no", "entry no", "presentation no",
)
DEED_NO = (
    "deed no", "deed number", "mortgage deed no", "deed of mortgage no", "instrument number",
    "mortgage no",
)
RIGHT = (
    "nature of right", "nature of encumbrance", "right registered", "encumbrance",
    "nature of charge", "interest registered",
)
REGISTER_DATE = (
    "date of registration", "registration date", "registered on", "date registered",
    "date of entry",
)
CLAIM_PERIOD = (
    "claim period", "period of the mortgage",
)
OBLIGATION_PERIOD = (
    "term", "term of mortgage", "period", "period of obligation", "mortgage term",
)
SIGN_DATE = (
    "date of agreement", "agreement date", "dated", "dated as of", "date of signing",
    "date of execution", "execution date", "signed on", "date", "date of note", "date of issue",
    "date of deed", "signing date", "dated this", "contract date", "this agreement is made on",
    "made on", "signed this",
)
SIGN_PLACE = (
    "place of signing", "place of execution", "signed at", "place",
)
LOAN_OFFICER = (
    "loan officer", "credit officer", "field officer", "branch officer", "relationship officer",
    "loan officer in charge",
)
INSPECT_DATE = (
    "date of visit", "date of inspection", "inspection date", "visit date", "date of unit visit",
    "visited on", "inspected on", "date of this visit",
)
LAST_INSPECT_DATE = (
    "date of last visit", "last visit", "date of last inspection", "last inspection date",
    "previous inspection", "date of previous visit", "last visit date", "previous visit",
)
REPORT_DATE = (
    "report date", "date of report", "reported on", "date of the report",
)
INSPECT_METHOD = (
    "mode of inspection", "type of inspection", "inspection method", "type of visit",
)
INSPECTOR = (
    "inspected by", "inspecting officer", "inspecting official", "visited by", "inspector",
    "name of inspecting officer", "loan officer", "field officer", "name of inspecting official",
    "officer", "credit officer", "prepared by", "visiting officer",
    "name of the inspecting official",
)
REVIEWER = (
    "reviewed by", "reviewing officer", "branch manager", "countersigned by", "checked by",
    "approved by", "supervisor", "manager", "verified by",
)
BALANCE = (
    "outstanding", "outstanding balance", "balance", "balance outstanding", "outstanding principal",
    "amount outstanding", "present outstanding", "principal outstanding", "loan balance",
    "current balance", "principal due", "o/s balance", "outstanding as on date",
    "outstanding amount",
)
INTEREST_ARREARS = (
    "interest due", "interest arrears", "overdue interest", "interest overdue",
    "arrears of interest", "accrued interest", "unpaid interest", "interest in arrears",
    "interest outstanding", "interest accrued",
)
DAYS_PAST_DUE = (
    "days past due", "days overdue", "dpd", "days in arrears", "overdue days", "no of days overdue",
    "number of days overdue",
)
CLASSIFICATION = (
    "asset classification", "classification", "loan classification", "risk classification",
    "asset class", "account classification", "risk grade", "proposed classification",
    "classification of asset",
)
PREVIOUS_CLASSIFICATION = (
    "previous classification", "last classification",
)
USE_MATCHES = (
    "end use verified", "used as per contract", "end-use verified", "funds used for purpose",
    "used for stated purpose", "utilised for the purpose", "utilized for the purpose",
    "loan used for the stated purpose", "used for the stated purpose", "used for the purpose",
    "end use of funds verified", "funds used as agreed",
)
RISK_SIGNALS = (
    "risk signals", "warning signals", "early warning signals", "risk factors",
)
PROBLEMS = (
    "irregularities", "problems", "irregularities observed", "findings", "observations",
    "deficiencies", "irregularities noticed", "problems found",
)
CONCLUSION = (
    "conclusion", "conclusions", "overall assessment", "remarks", "overall remarks",
    "officer's opinion", "overall conclusion", "comments of the inspecting official",
    "overall opinion",
)
MEASURE = (
    "action", "action required", "action to be taken", "recommendations", "action proposed",
    "measures", "follow-up action", "follow up action", "recommendation", "commitments",
    "corrective action", "actions required", "action plan",
)
RECTIFY_BY = (
    "rectify by", "to be rectified by", "compliance date", "rectification date",
    "deadline for rectification", "rectification deadline",
)
NOTICE_NO = (
    "notice no", "notice number", "ref. no", "ref no", "reference no", "our ref", "reference",
    "ref", "ref.",
)
NOTICE_DATE = (
    "date", "date of notice", "notice date", "dated", "notice dated",
)
ADDRESSEE = (
    "to", "borrower", "name of borrower", "dear mr.", "dear mrs.", "dear ms.",
)
PAY_BY = (
    "pay by", "payment deadline", "on or before", "pay on or before", "to be paid by",
    "no later than", "last date for payment",
)
WARNING_LEVEL = (
    "warning level", "alert level",
)

# Labels whose values we do not keep; known so that they end the value before them.
OTHER = (
    "occupation", "marital status", "nationality", "email", "e-mail", "instalments", "installments",
    "number of instalments", "emi", "monthly instalment", "branch", "branch name", "currency",
    "witness", "witnesses", "signature", "governing law", "constitution", "limits", "stock",
    "stocks", "insurance", "drawing power", "machinery", "sub-registrar", "registrar", "schedule",
    "age", "sex", "date of birth", "activity", "business", "condition of stock",
    "condition of security", "repayment", "repayment method", "fax", "seal",
)
