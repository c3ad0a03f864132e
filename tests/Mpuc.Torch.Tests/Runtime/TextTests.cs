using System.Globalization;
using System.Numerics;
using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Torch.Tests.Runtime;

public class TextTests
{
    private DisposeScope scope = null!;

    [SetUp]
    public void OpenScope() => scope = NewDisposeScope();

    [TearDown]
    public void DisposeAll() => scope.Dispose();

    [Test]
    public void Without_a_style_the_text_is_shape_type_and_device() =>
        Assert.That(zeros(2, 3).ToString(), Is.EqualTo("[2x3], type = Float32, device = cpu"));

    [Test]
    public void A_number_shows_its_value() =>
        Assert.That(tensor(2.5).ToString(), Is.EqualTo("[], type = Float64, device = cpu, value = 2.5"));

    [Test]
    public void Brackets_nest_like_the_dimensions() =>
        Assert.That(arange(6).reshape(2, 3).npstr(), Is.EqualTo("[[0 1 2] [3 4 5]]"));

    [Test]
    public void Rows_stand_on_lines_of_their_own() =>
        Assert.That(
            arange(4).reshape(2, 2).jlstr(newLine: "\n"), Is.EqualTo("[2x2], type = Int64, device = cpu\n 0 1\n 2 3"));

    [Test]
    public void Braces_hold_the_elements_as_in_CSharp() =>
        Assert.That(tensor(new[] { true, false }).cstr(), Is.EqualTo("[2], type = Bool, device = cpu, value = {true, false}"));

    [Test]
    public void Long_dimensions_are_cut_in_the_middle() =>
        Assert.That(arange(100).npstr(), Is.EqualTo("[0 1 2 ... 97 98 99]"));

    [Test]
    public void Numbers_follow_the_format_and_the_culture()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = ",";

        Assert.That(Double.Of(1.23456).npstr("f2", cultureInfo: culture), Is.EqualTo("[1,23]"));
        Assert.That(tensor(new Complex(1, -2)).metastr(), Does.EndWith("value = 1-2i"));
    }

    [Test]
    public void The_default_style_can_be_set()
    {
        var before = torch.TensorStringStyle;
        try {
            torch.TensorStringStyle = numpy;
            Assert.That(arange(2).str(), Is.EqualTo("[0 1]"));
            Assert.That(() => torch.TensorStringStyle = TorchSharp.TensorStringStyle.Default, Throws.ArgumentException);
        } finally {
            torch.TensorStringStyle = before;
        }
    }

    [Test]
    public void Writing_leaves_nothing_behind()
    {
        using var numbers = Double.Random(8, 8).requires_grad_();

        Assert.That(LiveTensors.LeftBy(() => numbers.str()), Is.Zero);
    }
}
