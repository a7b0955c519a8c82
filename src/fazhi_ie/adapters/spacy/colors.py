"""displaCy's colours for our labels: quantities and citations apart from terms, and terms of kindred kinds
alike, and sections paler than what stands in them."""

COLORS = {
    "QUANTITY": "#ffe08a",
    "CITATION": "#c9d7f8",
    "GUIDANCE": "#f6c6c6",
    "SYSTEM": "#bfe6cf",
    "MECHANISM": "#bfe6cf",
    "ROLE": "#e3cdf2",
    "INSTITUTION": "#e3cdf2",
    "ACTIVITY": "#f9d3ae",
    "CAMPAIGN": "#f9d3ae",
    "BRAND": "#b8e7ec",
    "ACHIEVEMENTS": "#e4f1e6",
    "LEADERSHIP": "#e9e4f3",
    "PROBLEMS": "#f6e3e0",
    "PLANS": "#f8efd6",
    "OTHER": "#ebebe8",
}
