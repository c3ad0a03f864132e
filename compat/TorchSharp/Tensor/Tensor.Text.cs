using System.Globalization;

namespace TorchSharp;

public static partial class torch
{
    private static TensorStringStyle defaultStyle = TorchSharp.TensorStringStyle.Julia;

    public static TensorStringStyle numpy = TorchSharp.TensorStringStyle.Numpy;

    public static TensorStringStyle julia = TorchSharp.TensorStringStyle.Julia;

    public static TensorStringStyle csharp = TorchSharp.TensorStringStyle.CSharp;

    /// <summary>How tensors are written where nothing else is said.</summary>
    public static TensorStringStyle TensorStringStyle
    {
        get => defaultStyle;
        set => defaultStyle = value == TorchSharp.TensorStringStyle.Default
            ? throw new ArgumentException("The default style cannot be Default.", nameof(value))
            : value;
    }

    /// <content>Text for people.</content>
    public partial class Tensor
    {
        /// <summary>Shape, type and device, and the number itself of a tensor without dimensions.</summary>
        public override string ToString() =>
            IsInvalid ? "a disposed tensor" : ToString(TorchSharp.TensorStringStyle.Metadata);

        public string ToString(
            TensorStringStyle style, string? fltFormat = null, int? width = null, CultureInfo? cultureInfo = null, string? newLine = null) =>
            new TensorFormatter(fltFormat, cultureInfo, newLine).Write(
                this, style == TorchSharp.TensorStringStyle.Default ? defaultStyle : style);

        public string ToString(
            bool disamb, string? fltFormat = null, int? width = null, CultureInfo? cultureInfo = null, string? newLine = null) =>
            ToString(TorchSharp.TensorStringStyle.Julia, fltFormat, width, cultureInfo, newLine);
    }
}
