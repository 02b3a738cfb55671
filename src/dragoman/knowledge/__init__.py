"""knowledge: what the system knows before it reads; `load.load` reads and checks it."""
