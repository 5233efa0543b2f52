def read_weights(folder):
    """The eight variables by name."""
    with numpy.load(folder / "weights.npz") as file:
        return {name: file[name] for name in file.files}
