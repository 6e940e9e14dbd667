"""Export a Hugging Face MarianMTModel to the folder layout that transformers.js reads.

    python export.py HF_MODEL_DIR SOURCE_SPM OUT_DIR

Writes OUT_DIR/{config,generation_config,tokenizer,tokenizer_config}.json and OUT_DIR/onnx/
{encoder_model,decoder_model_merged}{,_quantized}.onnx with the input and output names that Optimum gives such models,
and OUT_DIR/tokenizer-fixtures.json: texts with the token ids that SentencePiece itself gives them.
"""
import hashlib
import json
import math
import os
import sys

import numpy as np
import onnx
import onnxruntime as ort
import sentencepiece as spm
import torch
import torch.nn as nn
import torch.nn.functional as F
from onnx import TensorProto, helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from transformers import MarianMTModel

ACTIVATIONS = {"swish": F.silu, "silu": F.silu, "relu": F.relu, "gelu": F.gelu}
MASKED = -1e9


def linear(state, name):
    weight, bias = state[name + ".weight"], state[name + ".bias"]
    layer = nn.Linear(weight.shape[1], weight.shape[0])
    layer.weight.data, layer.bias.data = weight.clone(), bias.clone()
    return layer


def layer_norm(state, name):
    layer = nn.LayerNorm(state[name + ".weight"].shape[0])
    layer.weight.data, layer.bias.data = state[name + ".weight"].clone(), state[name + ".bias"].clone()
    return layer


def padding_bias(attention_mask):
    return (1.0 - attention_mask[:, None, None, :].float()) * MASKED


class Attention(nn.Module):
    def __init__(self, state, name, heads):
        super().__init__()
        self.q, self.k, self.v, self.out = (linear(state, f"{name}.{p}_proj") for p in ("q", "k", "v", "out"))
        self.heads, self.width = heads, self.q.out_features // heads

    def split(self, x):
        return x.reshape(x.shape[0], x.shape[1], self.heads, self.width).transpose(1, 2)

    def keys_values(self, x):
        return self.split(self.k(x)), self.split(self.v(x))

    def forward(self, x, keys, values, bias):
        scores = self.split(self.q(x) * self.width**-0.5) @ keys.transpose(2, 3)
        if bias is not None:
            scores = scores + bias
        mixed = torch.softmax(scores, -1) @ values
        return self.out(mixed.transpose(1, 2).reshape(x.shape[0], x.shape[1], self.heads * self.width))


class EncoderLayer(nn.Module):
    def __init__(self, state, name, config):
        super().__init__()
        self.attention = Attention(state, name + ".self_attn", config.encoder_attention_heads)
        self.norm1 = layer_norm(state, name + ".self_attn_layer_norm")
        self.fc1, self.fc2 = linear(state, name + ".fc1"), linear(state, name + ".fc2")
        self.norm2 = layer_norm(state, name + ".final_layer_norm")
        self.activation = ACTIVATIONS[config.activation_function]

    def forward(self, x, bias):
        x = self.norm1(x + self.attention(x, *self.attention.keys_values(x), bias))
        return self.norm2(x + self.fc2(self.activation(self.fc1(x))))


class DecoderLayer(nn.Module):
    def __init__(self, state, name, config):
        super().__init__()
        self.attention = Attention(state, name + ".self_attn", config.decoder_attention_heads)
        self.norm1 = layer_norm(state, name + ".self_attn_layer_norm")
        self.cross = Attention(state, name + ".encoder_attn", config.decoder_attention_heads)
        self.norm2 = layer_norm(state, name + ".encoder_attn_layer_norm")
        self.fc1, self.fc2 = linear(state, name + ".fc1"), linear(state, name + ".fc2")
        self.norm3 = layer_norm(state, name + ".final_layer_norm")
        self.activation = ACTIVATIONS[config.activation_function]


class Embedding(nn.Module):
    def __init__(self, state, side, config):
        super().__init__()
        shared = state.get(f"model.{side}.embed_tokens.weight", state.get("model.shared.weight"))
        self.tokens = nn.Parameter(shared.clone())
        self.positions = nn.Parameter(state[f"model.{side}.embed_positions.weight"].clone())
        self.scale = math.sqrt(config.d_model) if config.scale_embedding else 1.0

    def forward(self, ids, offset):
        return F.embedding(ids, self.tokens) * self.scale + self.positions[offset : offset + ids.shape[1]]


class Encoder(nn.Module):
    def __init__(self, model):
        super().__init__()
        state, config = model.state_dict(), model.config
        self.embed = Embedding(state, "encoder", config)
        self.layers = nn.ModuleList(
            EncoderLayer(state, f"model.encoder.layers.{i}", config) for i in range(config.encoder_layers)
        )

    def forward(self, input_ids, attention_mask):
        x, bias = self.embed(input_ids, 0), padding_bias(attention_mask)
        for layer in self.layers:
            x = layer(x, bias)
        return x


class Decoder(nn.Module):
    def __init__(self, model):
        super().__init__()
        state, config = model.state_dict(), model.config
        self.embed = Embedding(state, "decoder", config)
        self.layers = nn.ModuleList(
            DecoderLayer(state, f"model.decoder.layers.{i}", config) for i in range(config.decoder_layers)
        )
        self.head = nn.Parameter(state.get("lm_head.weight", self.embed.tokens).clone().t().contiguous())
        self.head_bias = nn.Parameter(state["final_logits_bias"][0].clone())

    def forward(self, ids, attention_mask, hidden, past):
        """past: None, or per layer (self keys, self values, cross keys, cross values)."""
        offset = past[0][0].shape[2] if past else 0
        x, bias, present = self.embed(ids, offset), padding_bias(attention_mask), []
        causal = None if past else torch.triu(torch.full((ids.shape[1], ids.shape[1]), MASKED, device=ids.device), 1)
        for i, layer in enumerate(self.layers):
            keys, values = layer.attention.keys_values(x)
            if past:
                keys, values = torch.cat([past[i][0], keys], 2), torch.cat([past[i][1], values], 2)
            cross = past[i][2:] if past else layer.cross.keys_values(hidden)
            x = layer.norm1(x + layer.attention(x, keys, values, causal))
            x = layer.norm2(x + layer.cross(x, *cross, bias))
            x = layer.norm3(x + layer.fc2(layer.activation(layer.fc1(x))))
            present.append((keys, values, *cross))
        return torch.matmul(x, self.head) + self.head_bias, present


class FirstStep(nn.Module):
    def __init__(self, decoder):
        super().__init__()
        self.decoder = decoder

    def forward(self, attention_mask, ids, hidden):
        logits, present = self.decoder(ids, attention_mask, hidden, None)
        return (logits, *[t for layer in present for t in layer])


class NextStep(nn.Module):
    def __init__(self, decoder):
        super().__init__()
        self.decoder = decoder

    def forward(self, attention_mask, ids, *past):
        logits, present = self.decoder(ids, attention_mask, None, [past[i : i + 4] for i in range(0, len(past), 4)])
        return (logits, *[t for layer in present for t in layer[:2]])


def cache_names(prefix, layers, sides=("decoder", "encoder")):
    return [f"{prefix}.{i}.{side}.{kind}" for i in range(layers) for side in sides for kind in ("key", "value")]


def export_graphs(model, out):
    config, layers = model.config, model.config.decoder_layers
    heads, width = config.decoder_attention_heads, config.d_model // config.decoder_attention_heads
    batch, source = 2, 5
    ids = torch.ones(batch, source, dtype=torch.long)
    mask, token = torch.ones_like(ids), torch.ones(batch, 1, dtype=torch.long)
    encoder, decoder = Encoder(model), Decoder(model)
    options = dict(opset_version=17, dynamo=False, do_constant_folding=True)
    text, one = {0: "batch", 1: "source"}, {0: "batch", 1: "target"}

    def cache_axes(names):
        return {n: {0: "batch", 2: "past" if ".decoder." in n else "source"} for n in names}

    torch.onnx.export(
        encoder, (ids, mask), f"{out}/encoder_model.onnx", input_names=["input_ids", "attention_mask"],
        output_names=["last_hidden_state"],
        dynamic_axes={"input_ids": text, "attention_mask": text, "last_hidden_state": text}, **options)
    present = cache_names("present", layers)
    torch.onnx.export(
        FirstStep(decoder), (mask, token, encoder(ids, mask)), f"{out}/first.onnx",
        input_names=["encoder_attention_mask", "input_ids", "encoder_hidden_states"], output_names=["logits", *present],
        dynamic_axes={"encoder_attention_mask": text, "input_ids": one, "encoder_hidden_states": text, "logits": one,
                      **cache_axes(present)}, **options)
    past, grown = cache_names("past_key_values", layers), cache_names("present", layers, ("decoder",))
    example = [torch.randn(batch, heads, 3 if ".decoder." in n else source, width) for n in past]
    torch.onnx.export(
        NextStep(decoder), (mask, token, *example), f"{out}/next.onnx",
        input_names=["encoder_attention_mask", "input_ids", *past], output_names=["logits", *grown],
        dynamic_axes={"encoder_attention_mask": text, "input_ids": one, "logits": one, **cache_axes(past),
                      **cache_axes(grown)}, **options)


def merge_decoder(out):
    """first.onnx and next.onnx become the two branches of an If on `use_cache_branch`; weights are stored once."""
    first, following = onnx.load(f"{out}/first.onnx").graph, onnx.load(f"{out}/next.onnx").graph
    weights = {}

    def isolate(graph, prefix):
        inputs, renamed = {i.name for i in graph.input}, {}
        for tensor in graph.initializer:
            key = hashlib.sha256(tensor.raw_data + str((list(tensor.dims), tensor.data_type)).encode()).hexdigest()[:16]
            renamed[tensor.name] = f"weight_{key}"
            copy = onnx.TensorProto.FromString(tensor.SerializeToString())
            copy.name = f"weight_{key}"
            weights.setdefault(copy.name, copy)
        for node in graph.node:
            node.name = prefix + node.name
            node.input[:] = [n if not n or n in inputs else renamed.get(n, prefix + n) for n in node.input]
            node.output[:] = [prefix + n for n in node.output]
        return {o.name for o in graph.output}

    outputs = [onnx.ValueInfoProto.FromString(o.SerializeToString()) for o in first.output]
    inputs = {i.name: i for i in [*first.input, *following.input]}
    inputs["use_cache_branch"] = helper.make_tensor_value_info("use_cache_branch", TensorProto.BOOL, [1])

    def branch(graph, prefix, name):
        made = isolate(graph, prefix)
        nodes = list(graph.node)
        infos = []
        for output in outputs:
            if output.name not in made:
                source = output.name.replace("present", "past_key_values")
                nodes.append(helper.make_node("Identity", [source], [prefix + output.name]))
            rank = len(output.type.tensor_type.shape.dim)
            infos.append(helper.make_tensor_value_info(prefix + output.name, TensorProto.FLOAT, [None] * rank))
        return helper.make_graph(nodes, name, [], infos)

    choice = helper.make_node(
        "If", ["use_cache_branch"], [o.name for o in outputs], name="cache_choice",
        then_branch=branch(following, "next/", "next"), else_branch=branch(first, "first/", "first"))
    graph = helper.make_graph([choice], "decoder_model_merged", list(inputs.values()), outputs,
                              initializer=list(weights.values()))
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    onnx.save(model, f"{out}/decoder_model_merged.onnx")
    os.remove(f"{out}/first.onnx")
    os.remove(f"{out}/next.onnx")


def quantize(out):
    for name in ("encoder_model", "decoder_model_merged"):
        quantize_dynamic(f"{out}/{name}.onnx", f"{out}/{name}_quantized.onnx", weight_type=QuantType.QInt8,
                         per_channel=True, extra_options={"EnableSubgraph": True, "MatMulConstBOnly": True})


def export_tokenizer(spm_file, config, out):
    proto = spm.SentencePieceProcessor(model_file=spm_file)
    vocab = [[proto.id_to_piece(i), proto.get_score(i)] for i in range(proto.vocab_size())] + [["<pad>", 0.0]]
    special = {"</s>": config.eos_token_id, "<unk>": proto.unk_id(), "<pad>": config.pad_token_id}
    from sentencepiece import sentencepiece_model_pb2
    import base64
    model = sentencepiece_model_pb2.ModelProto.FromString(open(spm_file, "rb").read())
    charsmap = base64.b64encode(model.normalizer_spec.precompiled_charsmap).decode()
    tokenizer = {
        "version": "1.0", "truncation": None, "padding": None,
        "added_tokens": [{"id": i, "content": t, "single_word": False, "lstrip": False, "rstrip": False,
                          "normalized": False, "special": True} for t, i in sorted(special.items(), key=lambda x: x[1])],
        "normalizer": {"type": "Sequence", "normalizers": [
            {"type": "Precompiled", "precompiled_charsmap": charsmap},
            {"type": "Replace", "pattern": {"Regex": " {2,}"}, "content": " "}]},
        "pre_tokenizer": {"type": "Sequence", "pretokenizers": [
            {"type": "WhitespaceSplit"},
            {"type": "Metaspace", "replacement": "▁", "add_prefix_space": True, "prepend_scheme": "always"}]},
        "post_processor": {"type": "TemplateProcessing",
                           "single": [{"Sequence": {"id": "A", "type_id": 0}},
                                      {"SpecialToken": {"id": "</s>", "type_id": 0}}],
                           "pair": [{"Sequence": {"id": "A", "type_id": 0}}, {"Sequence": {"id": "B", "type_id": 0}},
                                    {"SpecialToken": {"id": "</s>", "type_id": 0}}],
                           "special_tokens": {"</s>": {"id": "</s>", "ids": [config.eos_token_id], "tokens": ["</s>"]}}},
        "decoder": {"type": "Metaspace", "replacement": "▁", "add_prefix_space": True, "prepend_scheme": "always"},
        "model": {"type": "Unigram", "unk_id": proto.unk_id(), "vocab": vocab, "byte_fallback": False},
    }
    json.dump(tokenizer, open(f"{out}/tokenizer.json", "w"), ensure_ascii=False)
    json.dump({"tokenizer_class": "MarianTokenizer", "eos_token": "</s>", "unk_token": "<unk>", "pad_token": "<pad>",
               "model_max_length": 160, "source_lang": "deu", "target_lang": "eng", "separate_vocabs": False},
              open(f"{out}/tokenizer_config.json", "w"), indent=1)
    texts = ["Guten Morgen!", "Die Straße ist über 3,5 km lang – z. B. bei Zürich.", "  zwei  Leerzeichen\tund Tab ", "ÄÖÜ ß ẞ",
             "Größe: 10 × 20 cm²", "„Ja“, sagte er … und ging.", "e\u0301 Kombination", "Emoji 😀 und 漢字", "www.beispiel.ch/pfad?x=1&y=2",
             "Donaudampfschifffahrtsgesellschaftskapitän", "", "1.234.567,89 EUR", "ﬁnden – Ligatur", "a\u00a0b\u200bc"]
    fixtures = [{"text": t, "ids": proto.encode(t) + [config.eos_token_id]} for t in texts]
    json.dump(fixtures, open(f"{out}/tokenizer-fixtures.json", "w"), ensure_ascii=False, indent=1)


def check(model, out):
    ids = torch.tensor([[5, 6, 7, 8], [9, 10, model.config.pad_token_id, model.config.pad_token_id]])
    mask = (ids != model.config.pad_token_id).long()
    start = torch.full((2, 1), model.config.decoder_start_token_id)
    with torch.no_grad():
        expected = model(input_ids=ids, attention_mask=mask, decoder_input_ids=start).logits.numpy()
    quiet = ort.SessionOptions()
    quiet.log_severity_level = 3
    hidden = ort.InferenceSession(f"{out}/encoder_model.onnx", quiet).run(
        None, {"input_ids": ids.numpy(), "attention_mask": mask.numpy()})[0]
    heads = model.config.decoder_attention_heads
    empty = np.zeros((2, heads, 0, model.config.d_model // heads), np.float32)
    feeds = {"encoder_attention_mask": mask.numpy(), "input_ids": start.numpy(), "encoder_hidden_states": hidden,
             "use_cache_branch": np.array([False])}
    feeds.update({n: empty for n in cache_names("past_key_values", model.config.decoder_layers)})
    got = ort.InferenceSession(f"{out}/decoder_model_merged.onnx", quiet).run(None, feeds)[0]
    print("largest difference from PyTorch:", float(np.abs(expected - got).max()))


def main(model_dir, spm_file, out):
    os.makedirs(f"{out}/onnx", exist_ok=True)
    model = MarianMTModel.from_pretrained(model_dir).eval()
    model.config.save_pretrained(out)
    generation = model.generation_config
    generation.update(num_beams=4, max_length=512, bad_words_ids=[[model.config.pad_token_id]], _from_model_config=False)
    generation.save_pretrained(out)
    export_graphs(model, f"{out}/onnx")
    merge_decoder(f"{out}/onnx")
    check(model, f"{out}/onnx")
    quantize(f"{out}/onnx")
    export_tokenizer(spm_file, model.config, out)


if __name__ == "__main__":
    main(*sys.argv[1:4])
