using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Torch.Tests.Runtime;

[TestFixture]
internal sealed class ScalarTests
{
    [Test]
    public void A_whole_scalar_keeps_a_tensor_of_whole_numbers_whole()
    {
        using var scope = NewDisposeScope();
        var values = tensor(new long[] { 5, 6 });

        Assert.That(values.add((Scalar)1).dtype, Is.EqualTo(ScalarType.Int64));
        Assert.That(values.div(2, RoundingMode.floor).data<long>().ToArray(), Is.EqualTo(new long[] { 2, 3 }));
        Assert.That(values.mul((Scalar)0.5).dtype, Is.EqualTo(ScalarType.Float32));
    }
}
