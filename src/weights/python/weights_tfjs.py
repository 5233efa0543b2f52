import json
import math


def read_weights(folder):
    """The eight variables by name: weights.bin holds them one after another, in the order that model.json says."""
    manifest = json.loads((folder / "model.json").read_text())["weightsManifest"][0]["weights"]
    numbers = numpy.fromfile(folder / "weights.bin", "<f4")
    weights = {}
    for entry in manifest:
        size = math.prod(entry["shape"])
        weights[entry["name"].replace("kernel", "weights")] = numbers[:size].reshape(entry["shape"])
        numbers = numbers[size:]
    return weights
