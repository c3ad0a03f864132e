using System.Globalization;
using System.Numerics;
using System.Text;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Writes a tensor for people: long dimensions are cut to their first and last elements.</summary>
internal sealed class TensorFormatter(string? elementFormat, CultureInfo? culture, string? newLine)
{
    private const int EdgeElements = 3;
    private readonly string lineBreak = newLine ?? Environment.NewLine;
    private readonly CultureInfo culture = culture ?? CultureInfo.CurrentCulture;

    internal string Write(Tensor tensor, TensorStringStyle style) => style switch
    {
        TensorStringStyle.Metadata => Metadata(tensor),
        TensorStringStyle.Numpy => Nested(tensor, '[', ']', " "),
        TensorStringStyle.CSharp => $"{Metadata(tensor)}, value = {Nested(tensor, '{', '}', ", ")}",
        _ => tensor.ndim == 0 ? Metadata(tensor) : Metadata(tensor) + lineBreak + Rows(tensor),
    };

    private string Metadata(Tensor tensor)
    {
        var shape = string.Join('x', tensor.shape);
        var text = $"[{shape}], type = {tensor.dtype}, device = {tensor.device}";
        return tensor.ndim == 0 && !tensor.is_meta ? $"{text}, value = {Number(tensor)}" : text;
    }

    // One row a line, a blank line between matrices, as Julia prints.
    private string Rows(Tensor tensor)
    {
        if (tensor.ndim <= 1) {
            return " " + string.Join(' ', Elements(tensor).Select(element => element is null ? "..." : Number(element)));
        }

        var text = new StringBuilder();
        foreach (var part in Elements(tensor)) {
            text.Append(part is null ? " ..." : Rows(part)).Append(lineBreak);
            if (tensor.ndim > 2) {
                text.Append(lineBreak);
            }
        }

        return text.ToString().TrimEnd();
    }

    private string Nested(Tensor tensor, char open, char close, string separator) => tensor.ndim == 0
        ? Number(tensor)
        : open + string.Join(separator, Elements(tensor).Select(part => part is null ? "..." : Nested(part, open, close, separator))) + close;

    // Null stands for what is left out.
    private static IEnumerable<Tensor?> Elements(Tensor tensor)
    {
        using var local = tensor.Materialised();
        var count = tensor.size(0);
        for (long i = 0; i < count; i++) {
            if (count > 2 * EdgeElements && i == EdgeElements) {
                i = count - EdgeElements;
                yield return null;
            }

            using var part = local[i];
            yield return part;
        }
    }

    private string Number(Tensor scalar) => scalar.ToScalar() switch
    {
        { Type: ScalarType.Bool } flag => flag.ToBoolean() ? "true" : "false",
        { Type: ScalarType.ComplexFloat32 or ScalarType.ComplexFloat64 } number => ComplexNumber(number.ToComplexFloat64()),
        { Type: ScalarType.Float64 } number => number.ToDouble().ToString(elementFormat, culture),
        var number when is_floating_point(number.Type) => number.ToSingle().ToString(elementFormat, culture),
        var number => number.ToInt64().ToString(culture),
    };

    private string ComplexNumber(Complex number) =>
        $"{number.Real.ToString(elementFormat, culture)}{(number.Imaginary < 0 ? "-" : "+")}" +
        $"{Math.Abs(number.Imaginary).ToString(elementFormat, culture)}i";
}
