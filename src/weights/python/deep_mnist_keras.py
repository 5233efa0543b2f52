"""Deep MNIST as trained in Faltwerk, rebuilt with Keras and tested on the 10,000 test images of MNIST.

    pip install tensorflow numpy
    python deep_mnist_keras.py FOLDER

FOLDER holds the files of MNIST, packed (.gz) or not, for example from
https://storage.googleapis.com/cvdf-datasets/mnist/ (t10k-images-idx3-ubyte.gz and t10k-labels-idx1-ubyte.gz).
"""
#: imports
import sys
from pathlib import Path

import keras
import numpy
from keras import layers


def deep_mnist():
    """Takes images (n, 28, 28, 1) with ink 1 and paper 0, gives logits (n, 10). Softmax makes probabilities of them."""
    return keras.Sequential(
        [
            keras.Input((28, 28, 1)),
            layers.Conv2D(32, 5, padding="same", activation="relu", name="conv1"),
            layers.MaxPooling2D(2, name="pool1"),
            layers.Conv2D(64, 5, padding="same", activation="relu", name="conv2"),
            layers.MaxPooling2D(2, name="pool2"),
            layers.Flatten(name="flatten"),
            layers.Dense(1024, activation="relu", name="fc1"),
            layers.Dropout(0.5, name="dropout"),
            layers.Dense(10, name="fc2"),
        ]
    )


#: weights


def load_network():
    weights = read_weights(Path(__file__).parent)
    network = deep_mnist()
    # Keras keeps filters as row, column, input, output (HWIO) and flattens row, column, channel, as Faltwerk does.
    for layer in ("conv1", "conv2", "fc1", "fc2"):
        network.get_layer(layer).set_weights([weights[f"{layer}/weights"], weights[f"{layer}/bias"]])
    return network


#: mnist


def main():
    images, labels = read_test_images(Path(sys.argv[1]))
    logits = load_network().predict(images[..., None], batch_size=500, verbose=0)
    right = int((logits.argmax(1) == labels).sum())
    shifted = logits - logits.max(1, keepdims=True)
    loss = (numpy.log(numpy.exp(shifted).sum(1)) - shifted[numpy.arange(len(labels)), labels]).mean()
    print(f"{right} of {len(labels)} right: accuracy {right / len(labels):.4f}, cross-entropy {loss:.4f}")


# To bring changed weights back into Faltwerk:
# numpy.savez("back.npz", *network.get_weights())

if __name__ == "__main__":
    main()
