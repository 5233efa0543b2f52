/** For whoever opens a run file with something else: what it is, and how to get at the numbers. */

const python = `    import json, zipfile
    from safetensors.numpy import load

    with zipfile.ZipFile("run.faltwerk") as run:
        about = json.loads(run.read("manifest.json"))
        network = load(run.read("network.safetensors"))
        history = json.loads(run.read("record/history.json"))

    print(about["header"]["step"], history["loss"][-1])
    print(network["conv1/weights"].shape)    # (5, 5, 1, 32)`

export const readme = `DIESE DATEI

Ein Lauf aus Faltwerk: ein neuronales Netz, das im Browser gelernt hat, handgeschriebene Ziffern zu lesen.
Zieh die Datei auf die Seite, auf der du sie gespeichert hast, oder öffne sie dort unter „Läufe“.

Sie ist ein gewöhnliches Zip-Archiv:

  manifest.json         was für ein Lauf das ist: Name, Datum, Startwert, Einstellungen, Schritt
  network.safetensors   alle Gewichte und Biaswerte beim letzten Schritt; unter adam/ die Mittelwerte
                        des Optimierers, wenn der Lauf damit weitergehen kann
  record/               Verlust und Genauigkeit jedes Schritts, Messungen, Aufzeichnungen
  tape/                 die Netze früherer Schritte, gepackt
  contents.json         Größe und Prüfsumme (CRC-32) jeder Datei

Faltungsgewichte liegen als [Höhe, Breite, Eingang, Ausgang], die übrigen als [Eingang, Ausgang].
In Python (pip install safetensors numpy):

${python}


THIS FILE

A run of Faltwerk: a neural network that learned in the browser to read handwritten digits.
Drop the file on the page where you saved it, or open it there under “Runs”.

It is an ordinary zip archive:

  manifest.json         what kind of run this is: name, date, seed, settings, step
  network.safetensors   all weights and biases at the last step; under adam/ the averages of the
                        optimizer, where the run can go on with them
  record/               loss and accuracy of every step, evaluations, summaries
  tape/                 the networks of earlier steps, packed
  contents.json         size and checksum (CRC-32) of every file

Weights of convolutions are [height, width, input, output], all others [input, output].
In Python (pip install safetensors numpy):

${python}
`
