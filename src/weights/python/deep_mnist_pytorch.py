"""Deep MNIST as trained in Faltwerk, rebuilt with PyTorch and tested on the 10,000 test images of MNIST.

    pip install torch numpy
    python deep_mnist_pytorch.py FOLDER

FOLDER holds the files of MNIST, packed (.gz) or not, for example from
https://storage.googleapis.com/cvdf-datasets/mnist/ (t10k-images-idx3-ubyte.gz and t10k-labels-idx1-ubyte.gz).
"""
#: imports
import sys
from pathlib import Path

import numpy
import torch
import torch.nn.functional as F
from torch import nn


class DeepMnist(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 32, kernel_size=5, padding=2)
        self.conv2 = nn.Conv2d(32, 64, kernel_size=5, padding=2)
        self.fc1 = nn.Linear(7 * 7 * 64, 1024)
        self.fc2 = nn.Linear(1024, 10)

    def forward(self, images):
        """Images (n, 1, 28, 28) with ink 1 and paper 0; returns logits (n, 10). Softmax makes probabilities of them."""
        maps = F.max_pool2d(F.relu(self.conv1(images)), 2)
        maps = F.max_pool2d(F.relu(self.conv2(maps)), 2)
        neurons = F.relu(self.fc1(maps.flatten(1)))
        return self.fc2(F.dropout(neurons, 0.5, self.training))


#: weights


def to_pytorch(weights):
    """The variables in PyTorch's order and under its names."""
    # Filters: row, column, input, output (HWIO) becomes output, input, row, column (OIHW).
    # fc1: maps were flattened as row, column, channel; PyTorch flattens channel, row, column. So its inputs change places.
    fc1 = weights["fc1/weights"].reshape(7, 7, 64, 1024).transpose(3, 2, 0, 1).reshape(1024, 3136)
    state = {
        "conv1.weight": weights["conv1/weights"].transpose(3, 2, 0, 1),
        "conv2.weight": weights["conv2/weights"].transpose(3, 2, 0, 1),
        "fc1.weight": fc1,
        "fc2.weight": weights["fc2/weights"].transpose(),
    }
    state |= {f"{layer}.bias": weights[f"{layer}/bias"] for layer in ("conv1", "conv2", "fc1", "fc2")}
    return {name: torch.from_numpy(numpy.array(values, order="C")) for name, values in state.items()}


def load_network():
    network = DeepMnist()
    network.load_state_dict(to_pytorch(read_weights(Path(__file__).parent)))
    return network.eval()  # no dropout


#: mnist


def main():
    images, labels = read_test_images(Path(sys.argv[1]))
    network = load_network()
    with torch.no_grad():
        logits = torch.cat([network(part[:, None]) for part in torch.from_numpy(images).split(500)])
    right = int((logits.argmax(1).numpy() == labels).sum())
    loss = F.cross_entropy(logits, torch.tensor(labels).long())
    print(f"{right} of {len(labels)} right: accuracy {right / len(labels):.4f}, cross-entropy {loss:.4f}")


# To bring changed weights back into Faltwerk:
# numpy.savez("back.npz", **{name: values.numpy() for name, values in network.state_dict().items()})

if __name__ == "__main__":
    main()
