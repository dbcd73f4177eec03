"""How well Untold reads real text: measures, their floors, and the judgements they rest on."""
