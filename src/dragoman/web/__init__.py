"""The pages, served live: `dragoman serve`."""
