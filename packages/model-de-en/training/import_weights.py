"""Read the weights of a folder in transformers.js layout, as export.py writes it, back into a Hugging Face MarianMTModel.

    python import_weights.py MODEL_FOLDER HF_MODEL_DIR

So training can go on from the bundled model, of which only the 8-bit weights are kept: they are scaled back to floats. Prints the
largest difference between the logits of both on random tokens, which comes from the 8-bit activations of the folder's graphs.
"""
import sys

import numpy as np
import onnx
import onnxruntime as ort
import torch
from onnx import numpy_helper
from transformers import MarianConfig, MarianMTModel

# The order in which export.py's modules use their weights.
ENCODER = (["self_attn." + p for p in ("k_proj", "v_proj", "q_proj", "out_proj")] + ["fc1", "fc2"],
           ["self_attn_layer_norm", "final_layer_norm"])
DECODER = (["self_attn.k_proj", "self_attn.v_proj", "encoder_attn.k_proj", "encoder_attn.v_proj", "self_attn.q_proj",
            "self_attn.out_proj", "encoder_attn.q_proj", "encoder_attn.out_proj", "fc1", "fc2"],
           ["self_attn_layer_norm", "encoder_attn_layer_norm", "final_layer_norm"])


def tensors(graph):
    """Floats of all weights by name; a quantized weight goes by its name without the suffix."""
    raw = {t.name: numpy_helper.to_array(t) for t in graph.initializer}
    found = {}
    for name, value in raw.items():
        if name.endswith("_quantized"):
            stem = name.removesuffix("_quantized")
            found[stem] = (value.astype(np.float32) - raw[stem + "_zero_point"].astype(np.float32)) * raw[stem + "_scale"]
        elif value.dtype == np.float32 and not name.endswith("_scale"):
            found[name] = value
    return found


def side_state(nodes, weights, side, layers, order):
    """The graph's products and normalisations come layer by layer, each in the same order."""
    linears, norms = order
    matrices, biases, scales = [], [], []
    for node in nodes:
        for name in node.input:
            tensor = weights.get(name.removesuffix("_quantized"))
            if tensor is None:
                continue
            if node.op_type in ("MatMulInteger", "MatMul"):
                matrices.append(tensor)
            elif node.op_type == "LayerNormalization":
                scales.append(tensor)
            elif node.op_type == "Add" and tensor.ndim == 1:
                biases.append(tensor)
    state = {}
    for layer in range(layers):
        prefix = f"model.{side}.layers.{layer}."
        for i, name in enumerate(linears, layer * len(linears)):
            state[f"{prefix}{name}.weight"], state[f"{prefix}{name}.bias"] = matrices[i].T, biases[i]
        for i, name in enumerate(norms, layer * len(norms)):
            state[f"{prefix}{name}.weight"], state[f"{prefix}{name}.bias"] = scales[2 * i], scales[2 * i + 1]
    return state


def read_model(folder):
    config = MarianConfig.from_pretrained(folder)
    encoder = onnx.load(f"{folder}/onnx/encoder_model_quantized.onnx").graph
    decoder = onnx.load(f"{folder}/onnx/decoder_model_merged_quantized.onnx").graph
    first = next(a.g for a in decoder.node[-1].attribute if a.name == "else_branch")
    encoder_weights, decoder_weights = tensors(encoder), tensors(decoder)
    state = side_state(encoder.node, encoder_weights, "encoder", config.encoder_layers, ENCODER)
    state |= side_state(first.node, decoder_weights, "decoder", config.decoder_layers, DECODER)
    # The tied embeddings are stored twice: per tensor for the look-up, and finer, per token, as the output projection.
    rows = config.vocab_size
    state["model.shared.weight"] = next(w for w in decoder_weights.values() if w.shape == (config.d_model, rows)).T
    state["final_logits_bias"] = next(w for w in decoder_weights.values() if w.shape == (rows,))[None]
    model = MarianMTModel(config).eval()
    missing, unexpected = model.load_state_dict({k: torch.tensor(v) for k, v in state.items()}, strict=False)
    tied = ("embed_tokens", "embed_positions", "lm_head")
    if unexpected or any(not any(t in name for t in tied) for name in missing):
        raise SystemExit(f"the graphs do not fit: missing {missing}, unexpected {unexpected}")
    model.tie_weights()
    return model


def largest_difference(model, folder):
    ids = torch.randint(2, model.config.vocab_size - 1, (1, 12))
    ids[0, -1] = model.config.eos_token_id
    start = torch.full((1, 1), model.config.decoder_start_token_id)
    with torch.no_grad():
        expected = model(input_ids=ids, decoder_input_ids=start).logits.numpy()
    quiet = ort.SessionOptions()
    quiet.log_severity_level = 3
    feeds = {"input_ids": ids.numpy(), "attention_mask": np.ones((1, 12), np.int64)}
    hidden = ort.InferenceSession(f"{folder}/onnx/encoder_model_quantized.onnx", quiet).run(None, feeds)[0]
    decoder = ort.InferenceSession(f"{folder}/onnx/decoder_model_merged_quantized.onnx", quiet)
    width = model.config.d_model // model.config.decoder_attention_heads
    feeds = {i.name: np.zeros((1, model.config.decoder_attention_heads, 0, width), np.float32) for i in decoder.get_inputs()}
    feeds |= {"encoder_attention_mask": np.ones((1, 12), np.int64), "input_ids": start.numpy(),
              "encoder_hidden_states": hidden, "use_cache_branch": np.array([False])}
    return float(np.abs(expected - decoder.run(None, feeds)[0]).max()), float(np.abs(expected).max())


def main(folder, out):
    model = read_model(folder)
    print("largest difference of logits %.3f, largest logit %.3f" % largest_difference(model, folder))
    model.save_pretrained(out)


if __name__ == "__main__":
    main(*sys.argv[1:3])
