"""The folder `content/` as typed records, joined: values, models, prose, graph, and what is wrong with them."""
