using System.Collections.Immutable;
using Insiders.Core.Programmes;

namespace Insiders.Core.Application.Programmes;

/// <summary>The programme in words.</summary>
/// <param name="Rules">What enters and what removes.</param>
/// <param name="Needs">What customers near the entry rule would need, the least money first.</param>
public sealed record ProgrammeWords(MemberRules Rules, ImmutableArray<CustomerNeed> Needs);
