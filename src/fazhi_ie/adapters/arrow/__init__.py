"""Records as Arrow data: tidy tables, one row a document, and a function from batch to batch for engines.

`columns` says what the tables are, `rows` fills them with plain values and needs no library; everything else
imports pyarrow, and only when it is called. People import these names from `fazhi_ie.arrow`.
"""
