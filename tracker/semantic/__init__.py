"""Sentences as vectors, by an ONNX model in a folder that the desk names; an optional extra."""
