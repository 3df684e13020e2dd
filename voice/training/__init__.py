"""How the starter model is made: speech, network, graph. Nothing of the product imports it."""
