using Insiders.Core.Application.Runs;

namespace Insiders.Core.Application.Analyses;

/// <summary>Tells open pages how far the analyses of the published run are.</summary>
public sealed class AnalysisBroadcaster() : Broadcaster<AnalysisState>(AnalysisState.Idle);
