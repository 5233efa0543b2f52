import json


def read_weights(folder):
    """The eight variables by name. safetensors.numpy.load_file does the same; this needs no package."""
    data = (folder / "weights.safetensors").read_bytes()
    begin = 8 + int.from_bytes(data[:8], "little")
    header = json.loads(data[8:begin])
    header.pop("__metadata__")
    weights = {}
    for name, entry in header.items():
        first, last = entry["data_offsets"]
        weights[name] = numpy.frombuffer(data[begin + first : begin + last], "<f4").reshape(entry["shape"])
    return weights
