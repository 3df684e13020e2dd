"""`make phone`: a certificate authority of one's own, and the page that hands it to phones."""
