using Insiders.Core.Application.WorkLists;

namespace Insiders.Web.Localization;

/// <summary>The work list in words.</summary>
public static class WorkText
{
    /// <summary>What to do.</summary>
    public static string NameOf(WorkAct act) => act switch
    {
        WorkAct.Call => Texts.WorkActCall,
        WorkAct.Write => Texts.WorkActWrite,
        _ => Texts.WorkActLeaveAlone,
    };

    /// <summary>Why.</summary>
    public static string NameOf(WorkReason reason) => reason switch
    {
        WorkReason.BestSlipping => Texts.WorkReasonBestSlipping,
        WorkReason.Overdue => Texts.WorkReasonOverdue,
        WorkReason.MemberLeaving => Texts.WorkReasonMemberLeaving,
        _ => Texts.WorkReasonJustBought,
    };

    /// <summary>How far it is.</summary>
    public static string NameOf(WorkState state) => state switch
    {
        WorkState.ToDo => Texts.WorkStateToDo,
        WorkState.Done => Texts.WorkStateDone,
        _ => Texts.WorkStateNo,
    };

    /// <summary>What became of what was done; nothing where nothing was.</summary>
    public static string Of(WorkFollowUp followUp)
    {
        ArgumentNullException.ThrowIfNull(followUp);
        string[] sentences =
        [
            followUp.Done == 0 ? "" : Format.Fill(Texts.WorkFollowUp, Format.Whole(followUp.Bought), Format.Whole(followUp.Done)),
            followUp.Waiting == 0 ? "" : Format.Fill(Texts.WorkFollowUpWaiting, Format.Whole(followUp.Waiting)),
        ];
        return string.Join(' ', sentences.Where(sentence => sentence.Length > 0));
    }
}
