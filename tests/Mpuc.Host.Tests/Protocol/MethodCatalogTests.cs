using Mpuc.Host.Protocol;

namespace Mpuc.Host.Tests.Protocol;

public class MethodCatalogTests
{
    private static readonly string[] Modalities = ["voice", "face"];

    [Test]
    public void All_methods_are_there_and_unimodal_learning_once_per_modality() => Assert.That(
        MethodCatalog.Create(null, Modalities).Select(method => method.Id),
        Is.EqualTo(new[]
        {
            "majority", "noEncoder", "floor", "unimodal-voice", "unimodal-face", "lateFusion", "attentionFusion", "caeLr", "contrastive",
        }));

    [Test]
    public void Chosen_methods_keep_the_tables_order() => Assert.That(
        MethodCatalog.Create("contrastive, floor", Modalities).Select(method => method.Id), Is.EqualTo(new[] { "floor", "contrastive" }));

    [TestCase("latefusion", "did you mean 'lateFusion'?")]
    [TestCase("transformer", "there are majority, noEncoder")]
    [TestCase(",", "names none")]
    public void A_method_that_there_is_not_is_refused_with_those_that_there_are(string chosen, string message) => Assert.That(
        () => MethodCatalog.Create(chosen, Modalities), Throws.InstanceOf<MpucException>().With.Message.Contains(message));
}
