import gzip


def read_idx(folder, name):
    """One file of MNIST: how many axes, their sizes as big-endian numbers, then one byte for each value."""
    path = folder / name
    data = path.read_bytes() if path.exists() else gzip.decompress(path.with_name(f"{name}.gz").read_bytes())
    axes = data[3]
    shape = numpy.frombuffer(data, ">u4", axes, offset=4)
    return numpy.frombuffer(data, numpy.uint8, offset=4 + 4 * axes).reshape(shape)


def read_test_images(folder):
    """Images (n, 28, 28) from 0 to 1: byte / 255 and nothing else, neither mean nor deviation is taken out."""
    images = read_idx(folder, "t10k-images-idx3-ubyte").astype(numpy.float32) / 255
    return images, read_idx(folder, "t10k-labels-idx1-ubyte")
