"""Papers for Word: the bilingual table, the amendment list, the query list, the certificate.

What always holds: each comes in English or in Spanish, none holds an internal note unless it was
asked for and then says so at the top. python-docx (extra `docx`) is imported when a paper is made.
"""
