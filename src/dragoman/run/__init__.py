"""The pipeline, and the engines that it runs on."""
