namespace TorchSharp;

public static partial class torch
{
    /// <content>GELU with a choice of approximation.</content>
    public partial class Tensor
    {
        public Tensor gelu(Modules.GELU.Approximate approximate) => GeluOp.Call(this, approximate.ToString());

        public Tensor gelu_(Modules.GELU.Approximate approximate) => GeluInPlaceOp.CallInPlace(this, approximate.ToString());
    }
}
