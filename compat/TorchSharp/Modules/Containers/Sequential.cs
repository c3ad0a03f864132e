using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A chain of modules, each fed with the output of the one before; named "0", "1", ... or as given.</summary>
public class Sequential : nn.Module<Tensor, Tensor>
{
    private readonly List<(string Name, nn.IModule<Tensor, Tensor> Module)> _chain = [];

    /// <summary>For classes that derive from this one; see <c>torch.nn.Sequential</c>.</summary>
    protected internal Sequential(params (string name, nn.Module<Tensor, Tensor> submodule)[] modules) : base(nameof(Sequential))
    {
        foreach (var (name, module) in modules)
        {
            append(name, module);
        }
    }

    /// <summary>For classes that derive from this one; see <c>torch.nn.Sequential</c>.</summary>
    protected internal Sequential(params nn.Module<Tensor, Tensor>[] modules) : base(nameof(Sequential))
    {
        foreach (var module in modules)
        {
            append(module);
        }
    }

    /// <summary>The number of modules.</summary>
    public int Count => _chain.Count;

    public nn.IModule<Tensor, Tensor> this[int index] => _chain[index].Module;

    /// <summary>A chain of some of the modules, which it shares with this one.</summary>
    public Sequential this[Range index]
    {
        get
        {
            var (start, length) = index.GetOffsetAndLength(Count);
            return Slice(start, length);
        }
    }

    /// <summary>The modules from the first index up to, without, the second; null for the ends.</summary>
    public Sequential this[(int? start, int? end) index] => this[(index.start ?? 0)..(index.end ?? Count)];

    /// <summary>Adds a module under the next number.</summary>
    public Sequential append(nn.IModule<Tensor, Tensor> module)
        => append(Count.ToString(System.Globalization.CultureInfo.InvariantCulture), module);

    public Sequential append(string name, nn.IModule<Tensor, Tensor> module)
    {
        register_module(name, (nn.Module)module);
        _chain.Add((name, module));
        return this;
    }

    public override Tensor forward(Tensor tensor)
    {
        if (_chain.Count == 0)
        {
            return tensor.alias();
        }

        var output = tensor;
        foreach (var (_, module) in _chain)
        {
            var input = output;
            output = module.call(input);
            if (!ReferenceEquals(input, tensor) && !ReferenceEquals(input, output))
            {
                input.Dispose();
            }
        }

        return output;
    }

    private Sequential Slice(int start, int length)
    {
        var slice = new Sequential(Array.Empty<nn.Module<Tensor, Tensor>>());
        foreach (var (name, module) in _chain.GetRange(start, length))
        {
            slice.append(name, module);
        }

        return slice;
    }
}
