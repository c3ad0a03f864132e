using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>a sigmoid(b), a and b the halves of the input along a dimension.</summary>
public sealed class GLU : ParameterLessModule<Tensor, Tensor>
{
    internal GLU(long dim) : base(nameof(GLU))
        => this.dim = dim;

    public long dim { get; set; }

    public override Tensor forward(Tensor tensor) => nn.functional.glu(tensor, dim);
}
