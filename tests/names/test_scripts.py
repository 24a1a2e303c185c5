"""One name in two scripts: what can be read is compared, of what can't be nothing is said."""

from __future__ import annotations

import pytest

from discrepancy.model import Verdict
from discrepancy.names import compare_names

ONE = [
    ("김정은", "Kim Jong-un"),
    ("박근혜", "Park Geun-hye"),
    ("이재명", "Lee Jae-myung"),
    ("윤석열", "Yoon Suk-yeol"),
    ("반기문", "Ban Ki-moon"),
    ("노무현", "Roh Moo-hyun"),
    ("손흥민", "Heung-min Son"),
    ("조국", "Cho Kuk"),
    ("習近平", "Xi Jinping"),
    ("毛泽东", "Mao Tse-tung"),
    ("蔡英文", "Tsai Ing-wen"),
    ("王毅", "Wang Yi"),
    ("ドナルド・トランプ", "Donald Trump"),
    ("ナレンドラ・モディ", "Narendra Modi"),
    ("Володимир Зеленський", "Volodymyr Zelensky"),
    ("Сергей Лавров", "Sergei Lavrov"),
    ("Κυριάκος Μητσοτάκης", "Kyriakos Mitsotakis"),
    ("Ντόρα Μπακογιάννη", "Dora Bakoyannis"),
    ("Γιώργος Παπανδρέου", "George Papandreou"),
    ("בנימין נתניהו", "Benjamin Netanyahu"),
    ("יצחק הרצוג", "Isaac Herzog"),
    ("بشار الأسد", "Bashar al-Assad"),
    ("معمر القذافي", "Muammar Gaddafi"),
    ("عبد الفتاح السيسي", "Abdel Fattah el-Sisi"),
    ("नरेंद्र मोदी", "Narendra Modi"),
    ("ममता बनर्जी", "Mamata Banerjee"),
    ("ნიკა გვარამია", "Nika Gvaramia"),
    ("Նիկոլ Փաշինյան", "Nikol Pashinyan"),
]
TWO = [
    ("김정은", "Kim Jong-il"),
    ("김정은", "김정일"),
    ("박근혜", "Park Chung-hee"),
    ("이재명", "Lee Nak-yon"),
    ("习近平", "Li Keqiang"),
    ("محمود عباس", "Mahmoud Ahmadinejad"),
    ("دونالد ترامب", "Joe Biden"),
    ("अमित शाह", "Rahul Gandhi"),
]
UNREAD = [
    ("安倍晋三", "Shinzo Abe", "Chinese characters are read in several ways"),
    ("黄之锋", "Joshua Wong", "Chinese characters are read in several ways"),
    ("ประยุทธ์ จันทร์โอชา", "Prayut Chan-o-cha", "Thai script can not be read by its letters alone"),
    ("Си Цзиньпин", "Xi Jinping", "Chinese and Korean names are spelled by other rules in Cyrillic"),
    ("あべしんぞう", "Shinzo Abe", "Hiragana script can not be read by its letters alone"),
]


@pytest.mark.parametrize(("native", "latin"), ONE)
def test_one_person_in_two_scripts(native: str, latin: str) -> None:
    match = compare_names(native, latin)
    assert (match.verdict, match.spelling_differs) == (Verdict.SAME, False), match
    assert match == compare_names(latin, native)


@pytest.mark.parametrize(("one", "other"), TWO)
def test_two_persons_in_two_scripts(one: str, other: str) -> None:
    assert compare_names(one, other).verdict is Verdict.DIFFERENT


@pytest.mark.parametrize(("one", "other", "reason"), UNREAD)
def test_of_what_can_not_be_read_nothing_is_said(one: str, other: str, reason: str) -> None:
    match = compare_names(one, other)
    assert (match.verdict, match.reasons) == (Verdict.UNSURE, (reason,))
