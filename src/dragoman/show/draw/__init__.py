"""Drawings as data: geometry in whole numbers, which the templates write as SVG."""
