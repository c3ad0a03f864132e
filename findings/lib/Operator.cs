using Google.Protobuf;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using Onnx;

/// <summary>One ONNX operator as a model of its own, run by ONNX Runtime on the CPU.</summary>
internal sealed class Operator(string type, long opset)
{
    private readonly NodeProto node = new() { OpType = type };
    private readonly GraphProto graph = new() { Name = type };
    private readonly List<NamedOnnxValue> values = [];

    public Operator With(string name, long value) =>
        Attribute(new() { Name = name, I = value, Type = AttributeProto.Types.AttributeType.Int });

    public Operator With(string name, float value) =>
        Attribute(new() { Name = name, F = value, Type = AttributeProto.Types.AttributeType.Float });

    public Operator With(string name, long[] value) =>
        Attribute(new() { Name = name, Ints = { value }, Type = AttributeProto.Types.AttributeType.Ints });

    /// <summary>Adds an input that the run gives.</summary>
    public Operator Input(float[] data, params int[] shape)
    {
        var name = "input" + node.Input.Count;
        var shaped = new TensorShapeProto();
        shaped.Dim.AddRange(shape.Select((_, axis) => new TensorShapeProto.Types.Dimension { DimParam = $"{name}_{axis}" }));
        graph.Input.Add(new ValueInfoProto { Name = name, Type = new() { TensorType = new() { ElemType = 1, Shape = shaped } } });
        values.Add(NamedOnnxValue.CreateFromTensor(name, new DenseTensor<float>(data, shape)));
        node.Input.Add(name);
        return this;
    }

    /// <summary>Adds an input that the model holds.</summary>
    public Operator Constant(float[] data, params long[] shape) => Hold(new() { DataType = 1, FloatData = { data }, Dims = { shape } });

    /// <inheritdoc cref="Constant(float[], long[])"/>
    public Operator Constant(long[] data) => Hold(new() { DataType = 7, Int64Data = { data }, Dims = { data.LongLength } });

    /// <inheritdoc cref="Constant(float[], long[])"/>
    public Operator Constant(int[] data) => Hold(new() { DataType = 6, Int32Data = { data }, Dims = { data.LongLength } });

    /// <summary>Runs the operator and gives one of its outputs, flat.</summary>
    public float[] Run(int output = 0)
    {
        node.Output.AddRange(Enumerable.Range(0, output + 1).Select(index => "output" + index));
        graph.Node.Add(node);
        graph.Output.Add(new ValueInfoProto { Name = "output" + output, Type = new() { TensorType = new() { ElemType = 1 } } });
        var model = new ModelProto { IrVersion = 8, Graph = graph, OpsetImport = { new OperatorSetIdProto { Version = opset } } };
        using var options = new SessionOptions { LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR };
        using var session = new InferenceSession(model.ToByteArray(), options);
        using var results = session.Run(values);
        return [.. results.Single().AsTensor<float>()];
    }

    private Operator Attribute(AttributeProto attribute)
    {
        node.Attribute.Add(attribute);
        return this;
    }

    private Operator Hold(TensorProto tensor)
    {
        tensor.Name = "input" + node.Input.Count;
        graph.Initializer.Add(tensor);
        node.Input.Add(tensor.Name);
        return this;
    }
}
