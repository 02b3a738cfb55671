"""The record: a folder of immutable shards, and the tables that follow from them."""
