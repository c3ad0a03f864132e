using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Mpuc.Torch.Tests.Modules;

internal sealed class PlacementTests : ScopedTests
{
    [Test]
    public void Floating_point_tensors_are_converted_and_whole_numbers_are_not()
    {
        var norm = BatchNorm1d(2).to(ScalarType.Float64);

        Assert.That(norm.parameters().Select(parameter => parameter.dtype), Is.All.EqualTo(ScalarType.Float64));
        Assert.That(norm.running_mean!.dtype, Is.EqualTo(ScalarType.Float64));
        Assert.That(norm.num_batches_tracked!.dtype, Is.EqualTo(ScalarType.Int64));
    }

    [Test]
    public void Tensors_keep_their_identity_and_values()
    {
        var layer = Linear(2, 3);
        var weight = layer.weight;
        var values = weight.detach().clone();

        var same = layer.@double();

        Assert.That(same, Is.SameAs(layer));
        Assert.That(layer.weight, Is.SameAs(weight));
        Assert.That(weight.Equals(values.to(ScalarType.Float64)), Is.True);
        Assert.That(weight.is_leaf && weight.requires_grad, Is.True);
    }

    [Test]
    public void A_converted_layer_trains_on_in_its_new_type()
    {
        var layer = Linear(2, 1);
        layer.call(ones(1, 2)).sum().backward();

        layer.to(ScalarType.Float64);

        Assert.That(layer.weight.grad!.dtype, Is.EqualTo(ScalarType.Float64));
        layer.call(ones([1, 2], ScalarType.Float64)).sum().backward();
        Assert.That(layer.weight.grad!.Equals(full([1, 2], 2.0, ScalarType.Float64)), Is.True);
    }

    [Test]
    public void A_module_follows_a_tensor_to_its_type()
        => Assert.That(Linear(1, 1).to(zeros([1], ScalarType.Float64)).weight.dtype, Is.EqualTo(ScalarType.Float64));

    [Test]
    public void A_type_has_a_method_of_its_name()
    {
        Assert.That(Linear(1, 1).half().weight.dtype, Is.EqualTo(ScalarType.Float16));
        Assert.That(Linear(1, 1).bfloat16().weight.dtype, Is.EqualTo(ScalarType.BFloat16));
        Assert.That(Linear(1, 1).@double().@float().weight.dtype, Is.EqualTo(ScalarType.Float32));
        Assert.That(Linear(1, 1).to(CPU, ScalarType.Float64).weight.dtype, Is.EqualTo(ScalarType.Float64));
    }

    [Test]
    public void A_module_on_the_processor_stays_where_it_is()
    {
        var layer = Linear(1, 1);
        var address = layer.weight.Handle;

        layer.cpu().to("cpu").to(CPU).to(DeviceType.CPU);

        Assert.That(layer.weight.Handle, Is.EqualTo(address));
        Assert.That(layer.weight.device_type, Is.EqualTo(DeviceType.CPU));
    }

    [Test]
    public void A_whole_number_type_is_refused()
        => Assert.That(() => Linear(1, 1).to(ScalarType.Int64), Throws.ArgumentException.With.Message.Contains("Int64"));

    [Test]
    public void A_module_reaches_a_GPU_and_comes_back()
    {
        if (!cuda.is_available())
        {
            Assert.Ignore("There is no GPU.");
        }

        var layer = Linear(2, 2);
        var before = layer.weight.detach().clone();

        Assert.That(layer.cuda().call(ones(1, 2).cuda()).device_type, Is.EqualTo(DeviceType.CUDA));
        Assert.That(layer.cpu().weight.Equals(before), Is.True);
    }
}
