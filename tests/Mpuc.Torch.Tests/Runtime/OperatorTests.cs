using System.Reflection;
using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace Mpuc.Torch.Tests.Runtime;

public class OperatorTests
{
    private static IEnumerable<Operator> AllOperators =>
        typeof(torch).Assembly.GetTypes()
            .Where(type => !type.ContainsGenericParameters)
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public))
            .Where(candidate => candidate.FieldType == typeof(Operator))
            .Select(candidate => (Operator)candidate.GetValue(null)!);

    [Test]
    public void Every_operator_that_the_library_names_exists_in_libtorch()
    {
        var missing = AllOperators.Where(candidate =>
        {
            try {
                return candidate.Handle == IntPtr.Zero;
            } catch (ExternalException) {
                return true;
            }
        });

        Assert.That(missing.Select(candidate => candidate.Name), Is.Empty);
    }

    [Test]
    public void Adding_two_tensors_adds_their_elements()
    {
        using var left = tensor(new float[] { 1, 2 });
        using var right = tensor(new float[] { 10, 20 });
        using var sum = left + right;

        Assert.That(sum.data<float>().ToArray(), Is.EqualTo(new float[] { 11, 22 }));
    }

    [Test]
    public void A_failing_operator_names_itself_libtorchs_reason_and_the_shapes()
    {
        using var left = zeros(2, 3);
        using var right = zeros(2, 3);

        var failure = Assert.Throws<ExternalException>(() => left.mm(right));

        Assert.That(failure.Message, Does.StartWith("aten::mm: mat1 and mat2 shapes cannot be multiplied (2x3 and 2x3)"));
        Assert.That(failure.Message, Does.Contain("self Float[2, 3], mat2 Float[2, 3]"));
        Assert.That(failure.Message, Does.Not.Contain("frame #"));
    }

    [Test]
    public void An_unknown_operator_is_refused_by_name()
    {
        var failure = Assert.Throws<ExternalException>(() => new Operator("aten::no_such_thing").CallVoid());

        Assert.That(failure.Message, Is.EqualTo("this libtorch has no operator aten::no_such_thing"));
    }
}
