"""The words beside values, each listed once for all forms; blanks and capitals do not matter.

One module per language. Sources: printed forms of rural banks and public contract models
(docs/glossary.md). A label is written without its brackets: 借款人(全称) is found by 借款人.
"""

from __future__ import annotations

from extractors.form import Labels
from extractors.vocabulary import chinese as zh
from extractors.vocabulary import english as en
from extractors.vocabulary import spanish as es

BORROWER = Labels(zh=zh.BORROWER, es=es.BORROWER, en=en.BORROWER)
CUSTOMER = Labels(zh=zh.CUSTOMER, es=es.CUSTOMER, en=en.CUSTOMER)
CO_BORROWER = Labels(zh=zh.CO_BORROWER, es=es.CO_BORROWER, en=en.CO_BORROWER)
SPOUSE = Labels(zh=zh.SPOUSE, es=es.SPOUSE, en=en.SPOUSE)
LENDER = Labels(zh=zh.LENDER, es=es.LENDER, en=en.LENDER)
GUARANTOR = Labels(zh=zh.GUARANTOR, es=es.GUARANTOR, en=en.GUARANTOR)
MORTGAGOR = Labels(zh=zh.MORTGAGOR, es=es.MORTGAGOR, en=en.MORTGAGOR)
MORTGAGEE = Labels(zh=zh.MORTGAGEE, es=es.MORTGAGEE, en=en.MORTGAGEE)
PLEDGOR = Labels(zh=zh.PLEDGOR, es=es.PLEDGOR, en=en.PLEDGOR)
PLEDGEE = Labels(zh=zh.PLEDGEE, es=es.PLEDGEE, en=en.PLEDGEE)
CO_OWNER = Labels(zh=zh.CO_OWNER, es=es.CO_OWNER, en=en.CO_OWNER)
LEGAL_REP = Labels(zh=zh.LEGAL_REP, es=es.LEGAL_REP, en=en.LEGAL_REP)
PERSON_NAME = Labels(zh=zh.PERSON_NAME, es=es.PERSON_NAME, en=en.PERSON_NAME)
MEMBER_NAME = Labels(zh=zh.MEMBER_NAME)
PERSON_ID = Labels(zh=zh.PERSON_ID, es=es.PERSON_ID, en=en.PERSON_ID)
USCC = Labels(zh=zh.USCC, es=es.USCC, en=en.USCC)
ADDRESS = Labels(zh=zh.ADDRESS, es=es.ADDRESS, en=en.ADDRESS)
PHONE = Labels(zh=zh.PHONE, es=es.PHONE, en=en.PHONE)
CONTRACT_NO = Labels(zh=zh.CONTRACT_NO, es=es.CONTRACT_NO, en=en.CONTRACT_NO)
MAIN_CONTRACT_NO = Labels(zh=zh.MAIN_CONTRACT_NO, es=es.MAIN_CONTRACT_NO, en=en.MAIN_CONTRACT_NO)
IOU_NO = Labels(zh=zh.IOU_NO, es=es.IOU_NO, en=en.IOU_NO)
AMOUNT = Labels(zh=zh.AMOUNT, es=es.AMOUNT, en=en.AMOUNT)
CREDIT_LINE = Labels(zh=zh.CREDIT_LINE, es=es.CREDIT_LINE, en=en.CREDIT_LINE)
IN_WORDS = Labels(zh=zh.IN_WORDS, es=es.IN_WORDS, en=en.IN_WORDS)
PURPOSE = Labels(zh=zh.PURPOSE, es=es.PURPOSE, en=en.PURPOSE)
LOAN_TYPE = Labels(zh=zh.LOAN_TYPE, es=es.LOAN_TYPE, en=en.LOAN_TYPE)
PERIOD = Labels(zh=zh.PERIOD, es=es.PERIOD, en=en.PERIOD)
START = Labels(zh=zh.START, es=es.START, en=en.START)
END = Labels(zh=zh.END, es=es.END, en=en.END)
RATE = Labels(zh=zh.RATE, es=es.RATE, en=en.RATE)
PENALTY_RATE = Labels(zh=zh.PENALTY_RATE, es=es.PENALTY_RATE, en=en.PENALTY_RATE)
GUARANTEE_METHOD = Labels(zh=zh.GUARANTEE_METHOD, es=es.GUARANTEE_METHOD, en=en.GUARANTEE_METHOD)
GUARANTEE_CONTRACT_NO = Labels(
    zh=zh.GUARANTEE_CONTRACT_NO, es=es.GUARANTEE_CONTRACT_NO, en=en.GUARANTEE_CONTRACT_NO
)
COLLATERAL = Labels(zh=zh.COLLATERAL, es=es.COLLATERAL, en=en.COLLATERAL)
COLLATERAL_VALUE = Labels(zh=zh.COLLATERAL_VALUE, es=es.COLLATERAL_VALUE, en=en.COLLATERAL_VALUE)
APPRAISED_VALUE = Labels(zh=zh.APPRAISED_VALUE, es=es.APPRAISED_VALUE, en=en.APPRAISED_VALUE)
SECURED_AMOUNT = Labels(zh=zh.SECURED_AMOUNT, es=es.SECURED_AMOUNT, en=en.SECURED_AMOUNT)
MORTGAGE_TYPE = Labels(zh=zh.MORTGAGE_TYPE, es=es.MORTGAGE_TYPE, en=en.MORTGAGE_TYPE)
LOCATION = Labels(zh=zh.LOCATION, es=es.LOCATION, en=en.LOCATION)
AREA = Labels(zh=zh.AREA, es=es.AREA, en=en.AREA)
UNIT_NO = Labels(zh=zh.UNIT_NO)
TITLE_NO = Labels(zh=zh.TITLE_NO, es=es.TITLE_NO, en=en.TITLE_NO)
CERTIFICATE_NO = Labels(zh=zh.CERTIFICATE_NO, es=es.CERTIFICATE_NO, en=en.CERTIFICATE_NO)
REGISTRY_NO = Labels(es=es.REGISTRY_NO, en=en.REGISTRY_NO)
DEED_NO = Labels(es=es.DEED_NO, en=en.DEED_NO)
RIGHT = Labels(zh=zh.RIGHT, es=es.RIGHT, en=en.RIGHT)
REGISTER_DATE = Labels(zh=zh.REGISTER_DATE, es=es.REGISTER_DATE, en=en.REGISTER_DATE)
CLAIM_PERIOD = Labels(zh=zh.CLAIM_PERIOD, es=es.CLAIM_PERIOD, en=en.CLAIM_PERIOD)
OBLIGATION_PERIOD = Labels(
    zh=zh.OBLIGATION_PERIOD, es=es.OBLIGATION_PERIOD, en=en.OBLIGATION_PERIOD
)
SIGN_DATE = Labels(zh=zh.SIGN_DATE, es=es.SIGN_DATE, en=en.SIGN_DATE)
SIGN_PLACE = Labels(zh=zh.SIGN_PLACE, es=es.SIGN_PLACE, en=en.SIGN_PLACE)
LOAN_OFFICER = Labels(zh=zh.LOAN_OFFICER, es=es.LOAN_OFFICER, en=en.LOAN_OFFICER)
INSPECT_DATE = Labels(zh=zh.INSPECT_DATE, es=es.INSPECT_DATE, en=en.INSPECT_DATE)
LAST_INSPECT_DATE = Labels(
    zh=zh.LAST_INSPECT_DATE, es=es.LAST_INSPECT_DATE, en=en.LAST_INSPECT_DATE
)
REPORT_DATE = Labels(zh=zh.REPORT_DATE, es=es.REPORT_DATE, en=en.REPORT_DATE)
INSPECT_METHOD = Labels(zh=zh.INSPECT_METHOD, es=es.INSPECT_METHOD, en=en.INSPECT_METHOD)
INSPECTOR = Labels(zh=zh.INSPECTOR, es=es.INSPECTOR, en=en.INSPECTOR)
REVIEWER = Labels(zh=zh.REVIEWER, es=es.REVIEWER, en=en.REVIEWER)
BALANCE = Labels(zh=zh.BALANCE, es=es.BALANCE, en=en.BALANCE)
INTEREST_ARREARS = Labels(zh=zh.INTEREST_ARREARS, es=es.INTEREST_ARREARS, en=en.INTEREST_ARREARS)
DAYS_PAST_DUE = Labels(zh=zh.DAYS_PAST_DUE, es=es.DAYS_PAST_DUE, en=en.DAYS_PAST_DUE)
CLASSIFICATION = Labels(zh=zh.CLASSIFICATION, es=es.CLASSIFICATION, en=en.CLASSIFICATION)
PREVIOUS_CLASSIFICATION = Labels(
    zh=zh.PREVIOUS_CLASSIFICATION, es=es.PREVIOUS_CLASSIFICATION, en=en.PREVIOUS_CLASSIFICATION
)
USE_MATCHES = Labels(zh=zh.USE_MATCHES, es=es.USE_MATCHES, en=en.USE_MATCHES)
RISK_SIGNALS = Labels(zh=zh.RISK_SIGNALS, es=es.RISK_SIGNALS, en=en.RISK_SIGNALS)
PROBLEMS = Labels(zh=zh.PROBLEMS, es=es.PROBLEMS, en=en.PROBLEMS)
CONCLUSION = Labels(zh=zh.CONCLUSION, es=es.CONCLUSION, en=en.CONCLUSION)
MEASURE = Labels(zh=zh.MEASURE, es=es.MEASURE, en=en.MEASURE)
RECTIFY_BY = Labels(zh=zh.RECTIFY_BY, es=es.RECTIFY_BY, en=en.RECTIFY_BY)
NOTICE_NO = Labels(zh=zh.NOTICE_NO, es=es.NOTICE_NO, en=en.NOTICE_NO)
NOTICE_DATE = Labels(zh=zh.NOTICE_DATE, es=es.NOTICE_DATE, en=en.NOTICE_DATE)
ADDRESSEE = Labels(zh=zh.ADDRESSEE, es=es.ADDRESSEE, en=en.ADDRESSEE)
PAY_BY = Labels(zh=zh.PAY_BY, es=es.PAY_BY, en=en.PAY_BY)
WARNING_LEVEL = Labels(zh=zh.WARNING_LEVEL, es=es.WARNING_LEVEL, en=en.WARNING_LEVEL)
# Labels whose values we do not keep; known so that they end the value before them.
OTHER = Labels(zh=zh.OTHER, es=es.OTHER, en=en.OTHER)

# A party by its letter; whose letter it is, the paper itself must say.
LETTERS = ("甲方", "乙方", "丙方", "丁方", "戊方", "已方")
