using Mpuc.Plugins.Text.Words;

namespace Mpuc.Plugins.Text.Tests.Words;

[TestFixture]
internal sealed class SpokenNumbersTests
{
    [TestCase("0", "zero")]
    [TestCase("7", "seven")]
    [TestCase("10", "ten")]
    [TestCase("19", "nineteen")]
    [TestCase("20", "twenty")]
    [TestCase("42", "forty two")]
    [TestCase("100", "one hundred")]
    [TestCase("219", "two hundred nineteen")]
    [TestCase("1000", "one thousand")]
    [TestCase("1,250", "one thousand two hundred fifty")]
    [TestCase("30,000", "thirty thousand")]
    [TestCase("1000001", "one million one")]
    [TestCase(
        "999,999,999,999",
        "nine hundred ninety nine billion nine hundred ninety nine million nine hundred ninety nine thousand nine hundred ninety nine")]
    public void Quantities_are_written_as_they_are_said(string number, string expected) => Assert.That(Write(number), Is.EqualTo(expected));

    [TestCase("3.5", "three point five")]
    [TestCase("0.25", "zero point two five")]
    [TestCase("1,000.5", "one thousand point five")]
    public void A_fraction_is_read_digit_by_digit(string number, string expected) => Assert.That(Write(number), Is.EqualTo(expected));

    [TestCase("007", "zero zero seven")]
    [TestCase("5550123456789", "five five five zero one two three four five six seven eight nine")]
    public void What_is_no_quantity_is_read_digit_by_digit(string number, string expected) =>
        Assert.That(Write(number), Is.EqualTo(expected));

    [TestCase("5:30", "five thirty")]
    [TestCase("1.2.3", "one two three")]
    [TestCase("1,2", "one two")]
    [TestCase("5pm", "five pm")]
    [TestCase("90s", "ninety s")]
    public void Other_separators_and_letters_part_numbers(string number, string expected) =>
        Assert.That(Write(number), Is.EqualTo(expected));

    private static string Write(string number) => string.Join(' ', SpokenNumbers.Write(number));
}
