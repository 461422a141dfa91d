"""The clerk's own workbook back, each wrong cell marked: parts are edited, all else stays."""
