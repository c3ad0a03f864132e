namespace TorchSharp;

public static partial class torch
{
    public static partial class autograd
    {
        /// <summary>Derivatives of whole functions.</summary>
        public static class functional
        {
            /// <summary>Every derivative of every output element, as a tensor of the output's shape followed by the input's.</summary>
            public static Tensor jacobian(Func<Tensor, Tensor> function, Tensor inputs)
            {
                using var scope = NewDisposeScope();
                using (enable_grad()) {
                    var leaf = inputs.detach().clone().requires_grad_();
                    var output = function(leaf);
                    var flat = output.reshape(-1);
                    var rows = Enumerable.Range(0, (int)flat.numel()).Select(i => grad([flat[i]], [leaf], retain_graph: true)[0]);
                    return stack(rows).reshape([.. output.shape, .. leaf.shape]).MoveToOuterDisposeScope();
                }
            }
        }
    }
}
