using Mpuc.Host.Datasets.Mosei;

namespace Mpuc.Host.Tests.Datasets.Mosei;

public class MoseiAnnotationTests
{
    [TestCase(0f, 0f, 0f, 0f, 0f, 0f, ExpectedResult = "-")]
    [TestCase(3f, 0f, 0f, 0f, 0f, 0f, ExpectedResult = "happy")]
    [TestCase(0f, 0.33f, 0f, 0f, 0f, 0f, ExpectedResult = "sad")]
    [TestCase(0f, 0f, 1f, 1f, 0f, 0f, ExpectedResult = "anger;surprise")]
    [TestCase(0f, 0f, 0f, 0f, 0.01f, 2.67f, ExpectedResult = "disgust;fear")]
    public string An_emotion_is_present_above_0_in_the_SDK_s_order(
        float happy, float sad, float anger, float surprise, float disgust, float fear) =>
        MoseiAnnotation.ToLabels([0, happy, sad, anger, surprise, disgust, fear])["emotions"];

    [TestCase(-0.33f, ExpectedResult = "negative")]
    [TestCase(0f, ExpectedResult = "neutral")]
    [TestCase(3f, ExpectedResult = "positive")]
    public string Sentiment_is_named_by_its_sign(float sentiment) => MoseiAnnotation.ToLabels([sentiment, 0, 0, 0, 0, 0, 0])["sentiment"];

    [Test]
    public void Numbers_that_are_none_label_nothing() => Assert.That(MoseiAnnotation.ToLabels([0, float.NaN, 0, 0, 0, 0, 0]), Is.Empty);
}
