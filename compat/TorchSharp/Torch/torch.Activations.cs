namespace TorchSharp;

/// <content>Activation functions; most are in torch.nn.functional as well.</content>
public static partial class torch
{
    public static Tensor sigmoid(Tensor input) => input.sigmoid();
    public static Tensor sigmoid_(Tensor input) => input.sigmoid_();
}
