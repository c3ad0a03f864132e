using Mpuc.Host.Datasets.Mosei;

namespace Mpuc.Host.Tests.Datasets.Mosei;

public class MoseiSequencesTests
{
    [TestCase("All Labels", "CMU_MOSEI_Labels", ExpectedResult = "labels")]
    [TestCase("words", "CMU_MOSEI_TimestampedWords", ExpectedResult = "words")]
    [TestCase("glove_vectors", "CMU_MOSEI_TimestampedWordVectors", ExpectedResult = "glove")]
    [TestCase("COVAREP", "CMU_MOSEI_COVAREP", ExpectedResult = "covarep")]
    [TestCase("OpenFace_2", "CMU_MOSEI_VisualOpenFace2", ExpectedResult = "openFace")]
    [TestCase("FACET 4.2", "CMU_MOSEI_VisualFacet42", ExpectedResult = "facet")]
    [TestCase("FACET_4.2", "anything", ExpectedResult = "facet")]
    [TestCase("0", "CMU_MOSEI_TimestampedWordVectors", ExpectedResult = "glove")]
    [TestCase("My own features-2", "features", ExpectedResult = "myOwnFeatures2")]
    public string A_sequence_is_called_by_what_it_holds(string sequence, string file) => MoseiSequences.NameOf(sequence, file);

    [TestCase("abc[0]", ExpectedResult = "abc")]
    [TestCase("a[b_c[12]", ExpectedResult = "a[b_c")]
    [TestCase("Zb7[x_9Qk", ExpectedResult = "Zb7[x_9Qk")]
    [TestCase("103042", ExpectedResult = "103042")]
    [TestCase("[1]", ExpectedResult = "[1]")]
    public string A_segment_belongs_to_the_video_before_its_number(string key) => MoseiSegments.VideoOf(key);
}
