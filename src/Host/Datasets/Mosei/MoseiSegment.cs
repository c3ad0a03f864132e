namespace Mpuc.Host.Datasets.Mosei;

/// <summary>An annotated part of a video of CMU-MOSEI.</summary>
/// <param name="Id">The video's id with the segment's number, as the CMU SDK writes it: <c>abc[0]</c>.</param>
/// <param name="Video">The video's id.</param>
/// <param name="Start">Its start in the video, in seconds.</param>
/// <param name="End">Its end in the video, in seconds.</param>
/// <param name="Labels">Class names by label name; none where the annotation is no number.</param>
internal sealed record MoseiSegment(string Id, string Video, double Start, double End, IReadOnlyDictionary<string, string> Labels);
